import { readCalibre } from './calibre.ts'
import { readCountry } from './country.ts'
import type { ItemRead, OriginOfLethality, ReadWord, StatedItem } from './item.ts'
import { readImporter, readMake } from './make.ts'
import { leakedModel, readModel } from './model.ts'
import { readPart } from './part.ts'
import { readSerial } from './serial.ts'
import { TABLES_VERSION } from './tables-version.ts'
import { readType, sizeOfType } from './type.ts'
import { readYear } from './year.ts'

/** `artesanal` in the make's field is a fact about the firearm, as is a type that says it. */
function lethalityOf(fromType: OriginOfLethality, make: ReadWord): OriginOfLethality {
  if (fromType !== 'unknown') return fromType
  return make.said === 'craft' ? 'craft_produced' : 'unknown'
}

/**
 * Reads an item as a source states it. The type decides what a bare calibre means and which part a word names, the make
 * decides the model; an importer written as the make becomes the importer. What no table knows stays as stated and
 * unread. Never throws, whatever the columns hold.
 */
export function readItem(stated: StatedItem): ItemRead {
  const { type, action, lethality, category } = readType(stated.type)
  const { make, importer, leaked } = readMake(stated.make)
  const statedImporter = readImporter(stated.importer)
  const maker = make.code
  const ownModel = readModel(stated.model, maker)
  const context = { part: readPart(stated.part), longArm: sizeOfType(type.code) === 'long' }
  const marks = readSerial(stated.serial, context)
  return {
    tables: TABLES_VERSION,
    category,
    serial: marks[0]!,
    marks,
    make,
    importer: statedImporter.code === null && importer !== null ? importer : statedImporter,
    model: ownModel.stated === null ? (leakedModel(leaked, maker) ?? ownModel) : ownModel,
    calibre: readCalibre(stated.calibre, { type: type.code, action: action.code }),
    type,
    action,
    country: readCountry(stated.country),
    yearStated: stated.year ?? null,
    year: readYear(stated.year),
    lethality: lethalityOf(lethality, make),
  }
}
