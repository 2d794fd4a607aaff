import { CONFUSABLES_VERSION } from './confusables.ts'
import { ABSENCE_WORDS_VERSION } from './lexicons/absence-words.ts'
import { CALIBRE_NUMBERS_VERSION } from './lexicons/calibre-numbers.ts'
import { CALIBRES_VERSION } from './lexicons/calibres.ts'
import { COUNTRIES_VERSION } from './lexicons/countries.ts'
import { COUNTRY_WORDS_VERSION } from './lexicons/country-words.ts'
import { MAKES_AMERICAS_VERSION } from './lexicons/makes-americas.ts'
import { MAKES_ASIA_AFRICA_VERSION } from './lexicons/makes-asia-africa.ts'
import { MAKES_EUROPE_VERSION } from './lexicons/makes-europe.ts'
import { MAKES_EUROPE_EAST_VERSION } from './lexicons/makes-europe-east.ts'
import { MODELS_VERSION } from './lexicons/models.ts'
import { NOT_MAKES_VERSION } from './lexicons/not-makes.ts'
import { RANGE_WORDS_VERSION } from './lexicons/range-words.ts'
import { SERIAL_LABELS_VERSION } from './lexicons/serial-labels.ts'
import { TRANSLITERATION_VERSION } from './lexicons/transliteration.ts'
import { TYPE_WORDS_VERSION } from './lexicons/type-words.ts'
import { TYPES_VERSION } from './lexicons/types.ts'

/** Raised when the rules of reading change, or the keys under which what was read is found, rather than a table. */
const RULES_VERSION = 6

/**
 * Version of all that reads an item. Each table's version only ever rises, so their sum rises with any of them, and a
 * record read under a lower one is read again.
 */
export const TABLES_VERSION =
  RULES_VERSION +
  ABSENCE_WORDS_VERSION +
  CALIBRE_NUMBERS_VERSION +
  CALIBRES_VERSION +
  CONFUSABLES_VERSION +
  COUNTRIES_VERSION +
  COUNTRY_WORDS_VERSION +
  MAKES_AMERICAS_VERSION +
  MAKES_ASIA_AFRICA_VERSION +
  MAKES_EUROPE_VERSION +
  MAKES_EUROPE_EAST_VERSION +
  MODELS_VERSION +
  NOT_MAKES_VERSION +
  RANGE_WORDS_VERSION +
  SERIAL_LABELS_VERSION +
  TRANSLITERATION_VERSION +
  TYPE_WORDS_VERSION +
  TYPES_VERSION
