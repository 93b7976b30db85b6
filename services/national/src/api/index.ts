export { buildNationalSchema, type NationalSchemaOptions } from './build-national-schema';
export { createContext, createServices, type NationalContext, type NationalParts, type NationalServices } from './context';
export { addPartialRoute } from './partial-route';
