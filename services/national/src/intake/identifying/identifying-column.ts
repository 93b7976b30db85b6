import { fold } from './fold';

/**
 * Words that, standing in a column's name, say that it holds what identifies a person: English, the languages of the founding
 * countries, and the usual abbreviations. Project convention; GDPR Art. 4(1) and 4(5) say what identifies.
 */
const identifyingWords = new Set(
  `
  surname firstname lastname forename fullname familyname givenname maidenname initials nickname
  nom prenom nachname vorname familienname geburtsname apellido apellidos nombre cognome nome achternaam voornaam tussenvoegsel
  efternavn fornavn etunimi sukunimi shem
  email mail courriel phone telephone tel telefon telefono telefoon puhelin mobile fax
  address adresse adres indirizzo direccion domicile osoite street strasse postcode zipcode zip plz
  dob birthdate birthday dateofbirth geburtsdatum geburtstag naissance nacimiento nascita geboortedatum fodselsdato fodselsdag foedselsdato
  syntymaaika
  ssn nir insee cpr hetu bsn dni nie nif svnr svnummer personnummer personnumero henkilotunnus passport
  fiscale teudat zehut nhs
  mrn ipp
  `
    .trim()
    .split(/\s+/),
);

/** Pairs of words that do so only together. */
const identifyingPairs: readonly (readonly [string, string])[] = [
  ['birth', 'date'],
  ['birth', 'day'],
  ['born', 'on'],
  ['national', 'id'],
  ['national', 'number'],
  ['identity', 'number'],
  ['social', 'security'],
  ['insurance', 'number'],
  ['hospital', 'number'],
  ['medical', 'record'],
  ['record', 'number'],
  ['steuer', 'id'],
  ['zip', 'code'],
  ['post', 'code'],
  ['e', 'mail'],
];

/** A `name` column is a person's unless it says whose else. */
const nameWords = new Set(['name', 'names', 'naam', 'navn', 'nimi']);
const thingsWithNames = new Set(
  'drug study trial hospital center centre clinic site city country file product brand substance variant test lab laboratory method disease gene'.split(
    ' ',
  ),
);

/** Whether a column's name says that the column identifies patients: `last_name`, `Geburtsdatum`, `NIR`, `patientEmail`. */
export function isIdentifyingColumn(header: string): boolean {
  const words = wordsOf(header);
  const has = (word: string): boolean => words.includes(word);
  if (words.some((word) => identifyingWords.has(word)) || identifyingWords.has(words.join(''))) return true;
  if (identifyingPairs.some(([first, second]) => has(first) && has(second))) return true;
  return words.some((word) => nameWords.has(word)) && !words.some((word) => thingsWithNames.has(word));
}

function wordsOf(header: string): readonly string[] {
  const separated = header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return fold(separated)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
