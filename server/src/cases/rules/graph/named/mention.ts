import type { NodeKind, Relation } from '@proofmark/contract/case-words'
import type { PersonRole } from '@proofmark/contract/profile-fields'
import type { RecoveryPersonRole } from '@proofmark/contract/recovery-words'
import { keyedHash } from '../../../../records/rules/keyed-hash.ts'
import { type NodeName, nodeNamed } from '../node.ts'

/** What names somebody. */
export interface NamedBy {
  readonly kind: Extract<NodeKind, 'record' | 'recovery'>
  readonly id: string
}

/** Officials who acted in office are no part of the life of a firearm, and are never drawn. */
export type MentionRole = Exclude<PersonRole, 'officer'> | RecoveryPersonRole

/** Somebody as one record or one recovery names them, for one reader. */
export interface Mention {
  readonly node: NodeName
  readonly by: NamedBy
  readonly role: MentionRole
  /** By a word of firms that stands in it; a person where none does. */
  readonly who: 'person' | 'organisation'
  /** As it is stated; null where the reader needs none to do their work. */
  readonly name: string | null
  /** A victim or a witness of what the record tells. */
  readonly protected: boolean
  readonly relation: Relation
  /** When it happened, where that is known. */
  readonly fromDay: string | null
  readonly toDay: string | null
  /** When it is asked whether to keep the data that it is of. */
  readonly reviewOn: string
  /** Under which it agrees with others: to be compared, and never to be answered. */
  readonly keys: readonly string[]
}

/** A value without the blanks that stand about it. */
export const statedName = (value: string): string => value.trim().replaceAll(/\s+/gu, ' ')

/**
 * What somebody is called as a node: the same for what says the same in one role of one record, and nothing to be read or tried
 * out, since a kept layout outlives whoever was erased (RFC 9562, version 8, over an HMAC under the record secret).
 */
export function mentionNode(secret: Buffer, { kind, id }: NamedBy, role: string, value: string): NodeName {
  const hex = keyedHash(secret, ['named person', kind, id, role, statedName(value)].join('\n')).toString('hex')
  return nodeNamed(
    'named_person',
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  )
}
