export { buildNationalSchema, type NationalSchemaOptions } from './build-national-schema';
export { createContext, createServices, type NationalContext, type NationalParts, type NationalServices } from './context';
export { forgetLoaded } from './loaders';
export { addPartialRoute } from './partial-route';
