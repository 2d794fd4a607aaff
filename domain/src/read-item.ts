import { readCalibre } from './calibre.ts'
import { readCountry } from './country.ts'
import { decidedMake, decidedMarks, decidedType, decidedWord } from './decided.ts'
import type { ItemRead, OriginOfLethality, ReadWord, StatedItem } from './item.ts'
import { readImporter, readMake } from './make.ts'
import { leakedModel, readModel } from './model.ts'
import { readPart } from './part.ts'
import { readSerial } from './serial.ts'
import { withSerialState } from './serial-state.ts'
import { TABLES_VERSION } from './tables-version.ts'
import { readType } from './type.ts'
import { sizeOfType } from './type-distance.ts'
import { NO_VOCABULARY, type Vocabulary } from './vocabulary.ts'
import { readYear } from './year.ts'

/** `artesanal` in the make's field is a fact about the firearm, as is a type that says it. */
function lethalityOf(fromType: OriginOfLethality, make: ReadWord): OriginOfLethality {
  if (fromType !== 'unknown') return fromType
  return make.said === 'craft' ? 'craft_produced' : 'unknown'
}

/**
 * Reads an item as a source states it. The type decides what a bare calibre means and which part a word names, the make
 * decides the model; an importer written as the make becomes the importer. What no table knows is read by the agency's
 * own vocabulary, and what that does not know either stays as stated and unread. Never throws, whatever the columns
 * hold.
 */
export function readItem(stated: StatedItem, vocabulary: Vocabulary = NO_VOCABULARY): ItemRead {
  const { type, action, lethality, category } = decidedType(readType(stated.type), vocabulary)
  const { make, importer, leaked } = decidedMake(readMake(stated.make), vocabulary)
  const statedImporter = decidedWord(readImporter(stated.importer), 'importer', null, vocabulary)
  const maker = make.code
  const ownModel = decidedWord(readModel(stated.model, maker), 'model', maker, vocabulary)
  const context = { part: readPart(stated.part), longArm: sizeOfType(type.code) === 'long' }
  const marks = withSerialState(decidedMarks(readSerial(stated.serial, context), vocabulary), stated.serialState)
  return {
    tables: TABLES_VERSION,
    category,
    serial: marks[0]!,
    marks,
    make,
    importer: statedImporter.code === null && importer !== null ? importer : statedImporter,
    model: ownModel.stated === null ? (leakedModel(leaked, maker) ?? ownModel) : ownModel,
    calibre: decidedWord(
      readCalibre(stated.calibre, { type: type.code, action: action.code }),
      'calibre',
      null,
      vocabulary,
    ),
    type,
    action,
    country: decidedWord(readCountry(stated.country), 'country', null, vocabulary),
    yearStated: stated.year ?? null,
    year: readYear(stated.year),
    lethality: lethalityOf(lethality, make),
  }
}
