import { ProofmarkError } from '@proofmark/contract/errors'
import type { Part } from '@proofmark/domain/marking'
import type { Context } from '../../access/context.ts'

export interface ItemMember {
  readonly record: string
  /** self: the record asked for or one of the same entry; confirmed: joined to it by links that named persons judged same; working: by a model's link alone. */
  readonly link: 'self' | 'confirmed' | 'working'
}

export interface ItemComponent {
  readonly record: string
  readonly part: Part
  /** bears: the record's item bears a part of this firearm; borne: this item bears a part of the record's firearm */
  readonly direction: 'bears' | 'borne'
  readonly judged: 'confirmed' | 'working'
}

export interface Item {
  /** The smallest visible record id in it. */
  readonly item: string
  readonly members: readonly ItemMember[]
  readonly components: readonly ItemComponent[]
  /** Records of ammunition of the same lot. */
  readonly lot: readonly string[]
  /** Records that may be of this firearm and were not settled, with the probability. */
  readonly undecided: readonly { readonly record: string; readonly probability: number }[]
  /** Two live entries of one register that fit each other: proposed, never merged. */
  readonly listedTwice: readonly { readonly record: string; readonly other: string }[]
  /** What persons judged of pairs of recoveries of this item: one recovery, or two. */
  readonly recoveries: readonly {
    readonly record: string
    readonly other: string
    readonly verdict: 'same' | 'different'
  }[]
}

/** The item that a record is of, from what this reader may see: until links are judged, the records of its entry. */
export async function itemOf({ client }: Context, record: string): Promise<Item> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT r.id FROM record r, record asked
     WHERE asked.id = $1 AND coalesce(r.first_id, r.id) = coalesce(asked.first_id, asked.id) AND r.version IS NOT NULL
     ORDER BY r.id`,
    [record],
  )
  if (!rows.some(({ id }) => id === record)) throw new ProofmarkError('not_found', { what: record })
  return {
    item: rows[0]!.id,
    members: rows.map(({ id }) => ({ record: id, link: 'self' })),
    components: [],
    lot: [],
    undecided: [],
    listedTwice: [],
    recoveries: [],
  }
}
