import { SERIAL_SHAPES } from './facts/serial-shapes.ts'
import { foldKey } from './fold.ts'
import type { Hint } from './hint.ts'
import type { ItemRead } from './item.ts'
import { modelNamed } from './model-table.ts'
import { serialHints } from './serial-plausibility.ts'

const shapesByMake = new Map(SERIAL_SHAPES.map(({ make, shapes }) => [make, new Set(shapes)]))

/** A serial with every letter written `A` and every digit `9`. */
function shapeOf(norm: string): string {
  return norm.replace(/\p{L}/gu, 'A').replace(/\d/g, '9')
}

/** The field holds a number, but one that the tables know to be no serial: a proof number, a calibre. */
function otherNumber({ serial, marks }: ItemRead): Hint[] {
  if (serial.norm !== null) return []
  const other = marks.find(({ kind, norm }) => kind !== 'serial' && norm !== null)
  if (!other) return []
  return [{ field: 'serial', id: 'serial_only_other_number', params: { kind: other.kind, number: other.norm ?? '' } }]
}

/** The serial is the name of a model of this make, whatever the field of the model says. */
function makersModel({ serial, make }: ItemRead): Hint[] {
  const model = make.code === null ? null : modelNamed(make.code, foldKey(serial.norm ?? ''))
  return model ? [{ field: 'serial', id: 'serial_is_model', params: { model: model.name } }] : []
}

/** Only a whole serial has a shape: with a lost character it may have been any. */
function unusualShape({ serial, make }: ItemRead): Hint[] {
  const shapes = shapesByMake.get(make.code ?? '')
  if (!shapes || serial.norm === null || serial.state !== 'legible' || shapes.has(shapeOf(serial.norm))) return []
  return [{ field: 'serial', id: 'serial_unusual_for_make', params: { make: make.name ?? '' } }]
}

/** Hints about what stands in the serial's field (DOMAIN 4.7 and 4.11). */
export function hintsOnSerial(item: ItemRead): Hint[] {
  const { serial, model, calibre, marks } = item
  const stated = serialHints(serial, { model: model.stated ?? model.name, calibre: calibre.stated, otherMarks: marks })
  const hints: Hint[] = stated.map((hint) => ({ field: 'serial', ...hint }))
  const saysModel = hints.some(({ id }) => id === 'serial_is_model')
  return [...hints, ...otherNumber(item), ...(saysModel ? [] : makersModel(item)), ...unusualShape(item)]
}
