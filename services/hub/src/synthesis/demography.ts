import type { CalendarDate, CalendarMonth, Center } from '@registry-hub/shared/domain';
import { addDays } from './calendar';

/** Cities that lend their names to made-up centres. */
const cities: Readonly<Record<string, readonly string[]>> = {
  AT: ['Wien', 'Graz', 'Linz'],
  DE: ['Berlin', 'Köln', 'Leipzig', 'Dresden', 'Hannover', 'Würzburg', 'Rostock', 'Kassel'],
  DK: ['Odense', 'Aalborg', 'Esbjerg'],
  ES: ['Madrid', 'Valencia', 'Málaga', 'Bilbao'],
  FI: ['Turku', 'Tampere', 'Oulu'],
  FR: ['Lyon', 'Nantes', 'Lille', 'Toulouse', 'Bordeaux', 'Angers', 'Dijon', 'Nancy', 'Saint-Étienne', 'Limoges', 'Rouen', 'Grenoble'],
  IL: ['Haifa', 'Jerusalem', 'Afula', 'Ashkelon'],
  IT: ['Bologna', 'Torino', 'Bari', 'Genova'],
  NL: ['Utrecht', 'Groningen', 'Maastricht'],
};
const PATIENTS_PER_CITY = 20;
const PATIENTS_PER_LARGE_CENTER = 400;
const MOST_CENTERS = 999;

/**
 * Made-up centres for a number of patients: one a city while twenty patients each suffice, then more and larger ones, at
 * most as many as a centre code has numbers for. A country without a list of cities gets centres that name none.
 *
 * @param openedFrom the first centre opens then; the others follow within four months
 */
export function centersFor(country: string, patients: number, openedFrom: CalendarDate): readonly Center[] {
  const known = cities[country] ?? [];
  const small = Math.min(Math.ceil(patients / PATIENTS_PER_CITY), known.length || 1);
  const count = Math.min(Math.max(small, Math.ceil(patients / PATIENTS_PER_LARGE_CENTER), 1), MOST_CENTERS);
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const city = known[index % known.length];
    return {
      centerCode: `${country}-${number}`,
      name: city === undefined || index >= known.length ? `Haematology Centre ${number}` : `Haematology Centre ${city}`,
      ...(city !== undefined && { city }),
      openedOn: addDays(openedFrom, 7 * (index % 16)),
    };
  });
}

/**
 * A birth month that makes a person `age` completed years old on a date, when years count from the 15th of the birth month.
 *
 * @param monthsSinceBirthday 0 to 11
 */
export function birthMonthFor(age: number, on: CalendarDate, monthsSinceBirthday: number): CalendarMonth {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  const months = (year - age) * 12 + (month - 1) - (day < 15 ? 1 : 0) - monthsSinceBirthday;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}` as CalendarMonth;
}
