export { observatoryCalendar } from './observatory-calendar';
export { observatoryCase } from './observatory-case';
