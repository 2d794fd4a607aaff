import type { ThingKind } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { thingAddRequest, tieAddRequest } from '@proofmark/contract/schemas/thing'
import type { Grounds, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { addThing, placeOfThing } from '../../cases/commands/add-thing.ts'
import { placeOfTie, sayTie } from '../../cases/commands/say-tie.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { SOURCES } from '../sources.ts'
import { CASES } from './cases.ts'
import { identifierOf, type Offices } from './offices.ts'

const { id: within, reference } = CASES.north
const grounds: Grounds & { readonly purpose: 'criminal_investigation' } = {
  purpose: 'criminal_investigation',
  reference,
}

type Values = Readonly<Record<string, string>>
const nodeOf = (kind: ThingKind, word: string) => `${kind}:${identifierOf('thing', kind, word)}`

async function add(run: Run, kind: ThingKind, word: string, values: Values, category?: string): Promise<void> {
  const input = thingAddRequest.parse({
    ...{ id: identifierOf('thing', kind, word), kind, case: within, grounds },
    values: Object.entries(values).map(([field, value]) => ({
      ...{
        id: identifierOf('said', kind, word, field),
        field,
        value,
        standing: field === 'note' ? 'assessment' : 'fact',
      },
      evaluation: { scheme: 'europol', sourceGrade: 'B', informationGrade: '2', codes: ['H1'] },
    })),
    ...(category === undefined ? {} : { subject: { tie: identifierOf('subject', word), category } }),
  })
  await insist(run, (context) => placeOfThing(context, input))
  await insist(run, (context) => addThing(context, input))
}

async function tie(run: Run, from: string, to: string, relation: string, more: object = {}): Promise<void> {
  const input = tieAddRequest.parse({
    ...{ id: identifierOf('tie', from, relation, to), from, to, relation, standing: 'fact', case: within, grounds },
    ...more,
  })
  await insist(run, (context) => placeOfTie(context, input))
  await insist(run, (context) => sayTie(context, input))
}

/** The record as a node; null in a nation that was made without it. */
async function recordNode(run: Run, source: keyof typeof SOURCES, key: string): Promise<string | null> {
  return run(async (context) => {
    try {
      const record = await recordNamed(context, SOURCES[source].name, key, undefined)
      const found = await context.query.selectFrom('record').select('id').where('id', '=', record).executeTakeFirst()
      return found ? `record:${record}` : null
    } catch (failure) {
      if (failure instanceof ProofmarkError && failure.code === 'source_unknown') return null
      throw failure
    }
  })
}

/**
 * By what way pistols came to the people of the quay: an arms dealer sold two to the buyer, who supplied the group; a workshop
 * converted one that its driver had; and an advertisement offered it.
 */
async function leaveSupply([edda, jorun]: readonly [Run, Run]): Promise<void> {
  await add(edda, 'organisation', 'dealer', { name: 'Kestrel Arms Trading', registration: 'XA 20144' })
  await add(jorun, 'person', 'converter', { name: 'Radan Vosk', note: 'Rents a workshop in Ostrel.' }, 'suspect')
  await tie(edda, nodeOf('organisation', 'dealer'), nodeOf('person', 'buyer'), 'sold', {
    ...{ fromDay: '2014-03-03', note: 'Two pistols, by the invoices of 2014.' },
  })
  await tie(jorun, nodeOf('person', 'converter'), nodeOf('person', 'driver'), 'passed_to', {
    ...{ standing: 'lead', note: 'Named by the driver; nobody else saw it.' },
  })
  const [bought, seized] = [await recordNode(edda, 'register', 'L-00001'), await recordNode(edda, 'police', 'S-90036')]
  if (bought !== null) {
    await tie(edda, nodeOf('person', 'buyer'), bought, 'bought', { standing: 'assessment' })
    await tie(edda, nodeOf('organisation', 'dealer'), bought, 'sold')
  }
  if (seized === null) return
  await tie(edda, nodeOf('vehicle', 'grey car'), seized, 'carried', { records: [seized.slice('record:'.length)] })
  await tie(edda, nodeOf('person', 'driver'), seized, 'possessed')
  await tie(edda, nodeOf('listing', 'advertisement'), seized, 'offered', { standing: 'lead' })
}

/**
 * Persons, a group, cars, telephones, an advertisement and a route in the trafficking case, all invented: one person recorded twice
 * in two scripts, to be judged, one witness, who is hidden, and a chain of supply. Safe to repeat.
 */
export async function leaveThings({ as }: Offices): Promise<void> {
  const [edda, jorun] = [as('Edda Lorvik', grounds), as('Jorun Aske', grounds)]
  await add(edda, 'person', 'buyer', { name: 'Yosif Karadem', born: '1981-05-17', document: 'XA 7741 902' }, 'suspect')
  // As the border station of another script wrote him down.
  await add(edda, 'person', 'buyer again', { name: 'Йосиф Карадем', born: '1981' }, 'contact')
  await add(edda, 'person', 'driver', { name: 'Teo Marisk', born: '1994-11-02' }, 'suspect')
  await add(edda, 'person', 'neighbour', { name: 'Liva Senn', note: 'Saw the second car.' }, 'witness')
  await add(edda, 'group', 'quay', {
    name: 'Quay people',
    note: 'Named by two sources; nobody was charged as its member.',
  })
  await add(edda, 'vehicle', 'grey car', { plate: 'XA-4410-KV', make: 'Solvang', colour: 'grey' })
  await add(jorun, 'vehicle', 'van', { plate: 'XC 88 210', make: 'Harven', colour: 'white' })
  await add(edda, 'telephone', 'buyer', { number: '+999 55 0171' })
  await add(jorun, 'telephone', 'driver', { number: '+999 55 0188' })
  await add(edda, 'listing', 'advertisement', {
    ...{ title: 'Two pistols, as new, no papers', page: 'https://market.example/ads/4417', handle: 'quaynorth' },
    file: '3f1c0a7d5b7c2f0e6e0e6f6b8a1d4c9b2e5f7a8091b2c3d4e5f60718293a4b5c',
  })
  await add(jorun, 'route', 'northern gate', {
    from: 'Ostrel',
    to: 'Vard',
    via: 'Northern gate',
    carrier: 'parcel van',
  })
  await tie(edda, nodeOf('person', 'buyer'), nodeOf('telephone', 'buyer'), 'uses', { note: 'Found on him.' })
  await tie(edda, nodeOf('person', 'buyer again'), nodeOf('telephone', 'buyer'), 'uses', { standing: 'assessment' })
  await tie(edda, nodeOf('telephone', 'buyer'), nodeOf('telephone', 'driver'), 'in_contact_with', {
    fromDay: '2023-11-04',
  })
  await tie(edda, nodeOf('person', 'driver'), nodeOf('vehicle', 'grey car'), 'uses')
  await tie(edda, nodeOf('person', 'driver'), nodeOf('group', 'quay'), 'member_of', { standing: 'lead' })
  await tie(edda, nodeOf('person', 'buyer'), nodeOf('group', 'quay'), 'supplied', { standing: 'assessment' })
  await tie(edda, nodeOf('person', 'neighbour'), nodeOf('route', 'northern gate'), 'present_at', { standing: 'lead' })
  await tie(jorun, nodeOf('vehicle', 'van'), nodeOf('route', 'northern gate'), 'used_in')
  await leaveSupply([edda, jorun])
}
