import { calibreDistance } from '@proofmark/domain/calibre-distance'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import { exactKeys } from '@proofmark/matching/query-keys'
import type { Context } from '../../access/context.ts'

/** A standing record that says what an entry says. */
export interface Twin {
  readonly record: string
  readonly source: string
  readonly event: EventKind
  readonly date: { readonly from: string | null; readonly to: string | null }
}

/** Standing records that say what an entry says. */
export interface Twins {
  readonly count: number
  /** The first {@link LISTED}. */
  readonly records: readonly Twin[]
}

const LISTED = 20
/** A serial that more records of one make share than these is a placeholder, and no twin. */
const LOOKED_AT = 200
/** A broader name of a calibre, or one whose cartridge the same chamber takes. */
const COMPATIBLE = 0.25

interface Row extends Omit<Twin, 'date'> {
  readonly from: string | null
  readonly to: string | null
  readonly model: string | null
  readonly calibre: string | null
}

const sayAlike = ({ model, calibre }: ItemRead) => {
  const sameModel = (other: string | null) => model.code === null || other === null || model.code === other
  const sameCalibre = (other: string | null) =>
    calibre.code === null || other === null || calibreDistance(calibre.code, other) <= COMPATIBLE
  return (row: Row) => sameModel(row.model) && sameCalibre(row.calibre)
}

/**
 * The standing records that the reader may see with the same make and serial and no other model or calibre (DOMAIN 4.7):
 * one firearm entered twice, or genuine twins, since makers use numbers again. `except` is left out. Null where nothing
 * was looked for: the make is not known, or the serial not whole.
 */
export async function findTwins({ client }: Context, item: ItemRead, except: string | null): Promise<Twins | null> {
  const { serial, make } = item
  const whole = serial.norm !== null && serial.characters.every(({ state }) => state === 'clear')
  if (!whole || make.code === null) return null
  const { rows } = await client.query<Row>({
    name: 'twins',
    text: `SELECT d.record_id AS record, d.model, d.calibre, s.name AS source, v.event,
             v.date_from AS "from", v.date_to AS "to"
           FROM posting p
           JOIN reading d ON d.record_id = p.record_id
           JOIN record r ON r.id = d.record_id
           JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           JOIN source s ON s.id = r.source_id
           WHERE p.key = ANY ($1::int4[]) AND d.norm = $2 AND d.make = $3
           ORDER BY d.record_id LIMIT ${LOOKED_AT}`,
    values: [exactKeys(serial), serial.norm, make.code],
  })
  const twins = rows.filter(sayAlike(item)).filter(({ record }) => record !== except)
  const listed = twins.slice(0, LISTED)
  return {
    count: twins.length,
    records: listed.map(({ record, source, event, from, to }) => ({ record, source, event, date: { from, to } })),
  }
}
