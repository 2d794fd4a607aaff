import type { SubjectCategory } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS, SEE_SUBJECTS } from '@proofmark/contract/route'
import type { GraphRecordRequest } from '@proofmark/contract/schemas/graph-work'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { namingWalk } from '../queries/named/naming-walk.ts'
import { keptAs } from '../queries/thing-place.ts'
import { walkOf } from '../queries/walk.ts'
import { derivedId } from '../rules/derived-id.ts'
import { isNumber } from '../rules/graph/named/agreeing.ts'
import type { Mention } from '../rules/graph/named/mention.ts'
import { type NodeName, nodeNamed } from '../rules/graph/node.ts'
import { addThing } from './add-thing.ts'
import { logNamed } from './log-named.ts'
import { needClass, placeThing } from './place-thing.ts'
import { isErased } from './say-values.ts'
import { writeTie } from './write-tie.ts'

type Said = Omit<GraphRecordRequest, 'grounds'>

/** The class that the thing will bear, to be asked for in a transaction of its own. Throws as `placeThing`. */
export const placeOfNamed = async (context: Context, { case: within }: Said): Promise<number> =>
  placeThing(context, { case: within.toLowerCase() })

/** Somebody as what names them says it, for this reader. Throws `not_found`, `role_needed` where they bear no name for them, and as `namedGround`. */
async function needMention(context: Context, { case: within, named, by }: Said): Promise<Mention> {
  const plain = walkOf(context, { relevance: true, protectedPersons: true })
  const { ground, among } = await namingWalk(plain, { case: within }, [by])
  const mention = among.mentions.get(named)
  if (!mention) throw new ProofmarkError('not_found', { what: named })
  if (mention.name === null) needRole({ ...context.reader, roles: [] }, SEE_SUBJECTS)
  await logNamed(context, ground, [mention])
  return mention
}

/** A record says in which role somebody is named and not whose data they are: that is for whoever answers for the case to say. */
const categoryOf = ({ role, protected: guarded }: Mention): SubjectCategory => {
  if (!guarded) return 'other'
  return role === 'victim' ? 'victim' : 'witness'
}

/**
 * Records somebody whom a record or a recovery names as a person or an organisation of the case: what it is called as the source
 * says it, tied to what names it, and to be reviewed when the source's data are. The same again is the same thing, and what was
 * erased is not recorded again. An entry of the log, and one for the name. Throws `role_needed`, `not_found`, `thing_erased`,
 * `thing_id_used`, `role_needs_agency`, `records_moved`, and as `namedGround`.
 */
export async function addNamed(context: Context, said: Said): Promise<NodeName> {
  needRole(context.reader, CASE_WORKERS)
  const within = said.case.toLowerCase()
  const mention = await needMention(context, said)
  const { by, who, relation, fromDay, toDay, reviewOn } = mention
  const of = (word: string) => derivedId(within, `${word} ${mention.node}`)
  const id = of('named')
  if (await isErased(context, id)) throw new ProofmarkError('thing_erased', { thing: id })
  const value = mention.name!
  const field = !isNumber(value) ? 'name' : who === 'person' ? 'document' : 'registration'
  const year = new Date(context.now)
  year.setUTCFullYear(year.getUTCFullYear() + 1)
  // Not longer than the source keeps it, nor longer than is usual in a case.
  const review = [reviewOn, year.toISOString().slice(0, 10)].sort()[0]!
  await addThing(context, {
    ...{ id, kind: who, case: within, kept: 'pointer' },
    values: [
      {
        ...{ id: of('value of'), field, value, standing: 'fact', reviewOn: review },
        ...(by.kind === 'record' ? { record: by.id } : {}),
      },
    ],
    ...(who === 'person' ? { subject: { tie: of('subject'), category: categoryOf(mention), standing: 'fact' } } : {}),
  })
  const vis = needClass(context, await placeOfNamed(context, said))
  const written = await writeTie(context, {
    ...{ id: of('tie of'), from: { kind: who, id }, to: by, relation, standing: 'fact', vis, case: within },
    ...{
      agency: (await keptAs(context, [vis])).get(vis)!.agency,
      fromDay: fromDay ?? undefined,
      toDay: toDay ?? undefined,
    },
    ...{ records: by.kind === 'record' ? [by.id] : [], reviewOn: review },
  })
  if (written)
    await context.audit({
      action: 'tie.said',
      subjects: [id, by.id],
      body: { relation, standing: 'fact', category: null },
    })
  return nodeNamed(who, id)
}
