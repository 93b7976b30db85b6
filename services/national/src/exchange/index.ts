export { addExchangeRoutes } from './add-exchange-routes';
