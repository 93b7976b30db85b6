export { center, codes, enrolled, type Operation, operation } from './operations';
