import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { GRAPH_QUESTIONS, type NodeKind } from '@proofmark/contract/case-words'
import type { RouteName } from '@proofmark/contract/paths'
import pg from 'pg'
import { issueAccessToken } from '../access/commands/issue-token.ts'
import type { Run } from '../access/context.ts'
import { idOf, type NodeName } from '../cases/rules/graph/node.ts'
import { valueKey } from '../cases/rules/value-key.ts'
import { type Chances, chancesFrom } from '../demonstration/random.ts'
import { appOf } from './app.ts'
import { personOf } from './desks.ts'
import { openCaseRows, recoveryRows, type TieRows, thingRows, tieRows } from './graph-rows.ts'
import { matchAll, recordOf } from './matching.ts'
import { importText, sourceWith } from './nation.ts'
import type { TestDatabase } from './test-database.ts'

const GROUNDS = { purpose: 'criminal_investigation' } as const
const KINDS: readonly NodeKind[] = ['person', 'telephone', 'vehicle', 'address', 'group', 'event']
const RELATIONS = ['uses', 'in_contact_with', 'related_to', 'sold', 'member_of', 'possessed'] as const
const PLACE = 'Tst Harbour Nine'
const profile = {
  profile: 1,
  key: 'id',
  fields: { serial: 'serial', make: 'make', date: 'date', ref: 'ref', place: 'place' },
} as const
/** So many rows of one supply, which beyond a hundred is a common one and beyond two hundred none. */
const rowsOf = (prefix: string, from: number, count: number, ref: string): string =>
  Array.from(
    { length: count },
    (_, at) => `${prefix}-${from + at},TST${prefix}${from + at},Zorbo,2021-03-04,${ref},${at < 25 ? PLACE : ''}`,
  ).join('\n')
const HEAD = 'id,serial,make,date,ref,place\n'

interface Ask {
  readonly who: string
  readonly name: RouteName
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * A world that three people see part of and a fourth hides more in, at random: around whatever they see, in cases, compartments and
 * sources of their own, in ties that may be read and lead to what may not, and where a bound is reached exactly.
 */
export async function shadowsIn(database: TestDatabase, seed: number) {
  const chances = chancesFrom(seed)
  const app = appOf(database, new Date())
  const [lead, analyst, guest, hider] = [
    await personOf(database, 'Police', `shadow lead ${seed}`, ['investigator']),
    await personOf(database, 'Police', `shadow analyst ${seed}`, ['analyst']),
    await personOf(database, 'Customs', `shadow guest ${seed}`, ['investigator', 'trace_officer']),
    await personOf(database, 'Inland', `shadow hider ${seed}`, ['investigator', 'trace_officer', 'data_steward']),
  ]
  const tokens = new Map<string, string>()
  for (const account of [lead, analyst, guest])
    tokens.set(
      account,
      await database.as(await database.installer(), (context) => issueAccessToken(context, account, 'test')),
    )
  const as =
    (account: string): Run =>
    async (work) =>
      database.as(await database.reader(account), work, GROUNDS)
  const own = chancesFrom(seed + 1)
  // Identifiers in their order decide what comes first: they are drawn from the same chances.
  const draw = (by: Chances = own) =>
    `${[8, 4].map((length) => hexOf(by, length)).join('-')}-4${hexOf(by, 3)}-8${hexOf(by, 3)}-${hexOf(by, 12)}`
  const node = (kind: NodeKind): NodeName => `${kind}:${draw()}`

  const [CASE, HIDDEN_CASE, INNER] = [draw(), draw(), draw()]
  const vis = await openCaseRows(as(lead), { id: CASE, reference: `S ${seed}`, members: [analyst, guest, hider] })
  const hiddenVis = await openCaseRows(as(hider), { id: HIDDEN_CASE, reference: `S ${seed}`, members: [] })
  const innerVis = await openCaseRows(as(hider), { id: INNER, reference: 'inner', members: [] })
  const seen = Array.from({ length: 14 }, () => node(own.pick(KINDS)))
  const secret = Array.from({ length: 12 }, () => node(own.pick(KINDS)))
  const [witness, suspect, station, gathering, crowdOf] = [
    node('person'),
    node('person'),
    node('address'),
    node('event'),
    node('person'),
  ]
  seen.push(witness, suspect, station, gathering, crowdOf)
  const tie = (from: NodeName, to: NodeName, more: Partial<TieRows> = {}): TieRows => ({
    ...{
      id: draw(),
      from,
      to,
      relation: own.pick(RELATIONS),
      standing: own.pick(['fact', 'assessment', 'lead'] as const),
    },
    ...more,
  })
  const put = (by: string, of: number, things: readonly NodeName[], ties: readonly TieRows[]) =>
    as(by)(async (context) => {
      await thingRows(context, of, Object.fromEntries(things.map((each) => [each, `Tst ${idOf(each).slice(0, 3)}`])))
      for (const each of things)
        await context.client.query('UPDATE thing_value SET key = $2 WHERE thing_id = $1', [
          idOf(each),
          valueKey(context.recordSecret, 'name', 'Tst Karadem'),
        ])
      await tieRows(context, of, ties)
    })
  await put(lead, vis, seen, [])
  const crowd = Array.from({ length: 25 }, () => node('telephone'))
  await put(lead, vis, crowd, [
    ...crowd.map((each) => tie(each, station)),
    ...crowd.flatMap((each, at) => [
      tie(each, gathering),
      ...(at < 24 ? [tie(each, gathering), tie(each, crowdOf)] : []),
    ]),
    tie(witness, `case:${CASE}`, { relation: 'subject_of', case: CASE, said: { category: 'witness' } }),
  ])
  await sourceWith(
    database,
    { name: `seen ${seed}`, kind: 'delivery', agency: 'Police', visibility: 'open' },
    `${HEAD}${rowsOf(`V${seed}`, 0, 100, `TST-${seed}-100`)}\n${rowsOf(`V${seed}`, 100, 3, `TST-${seed}-3`)}\n`,
    profile,
  )
  await sourceWith(
    database,
    { name: `hidden ${seed}`, kind: 'delivery', agency: 'Inland', visibility: 'silent', handling: 'H3' },
    `${HEAD}${rowsOf(`H${seed}`, 0, 1, 'TST-0')}\n`,
    profile,
  )
  await matchAll(database)
  const records = await Promise.all([0, 1, 99, 100, 101].map((at) => recordOf(database, `V${seed}-${at}`)))
  const recordNodes = records.map((id): NodeName => `record:${id}`)
  await put(
    lead,
    vis,
    [],
    [
      tie(suspect, recordNodes[0]!),
      tie(witness, recordNodes[3]!),
      tie(recordNodes[1]!, `case:${CASE}`, { relation: 'in_case', case: CASE }),
    ],
  )
  const recovered = [draw(), draw()]
  await as(lead)((context) =>
    recoveryRows(context, vis, {
      id: recovered[0]!,
      form: { route: { origin: 'XB', transit: ['XC'], destination: 'XA' } },
    }),
  )
  const visible: NodeName[] = [...seen, ...recordNodes, `case:${CASE}`, `recovery:${recovered[0]}`, crowd[0]!]
  const all: NodeName[] = [...visible, ...secret, `case:${HIDDEN_CASE}`, `recovery:${draw()}`]

  let shown = 0
  /** More that all of them see. */
  async function show(): Promise<void> {
    const ties = Array.from({ length: 8 }, () => [own.pick(seen), own.pick([...seen, ...recordNodes])] as const)
    await put(
      lead,
      vis,
      [],
      ties
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => tie(from, to, own.happens(0.3) ? { case: CASE } : {})),
    )
    shown++
  }

  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  let hidden = 0
  /** More that none of them sees: the first time things, then ties and verdicts around whatever they see. */
  async function hide(): Promise<void> {
    const of = own.pick([hiddenVis, innerVis])
    if (hidden === 0) {
      await put(hider, hiddenVis, secret, [])
      await as(hider)((context) =>
        recoveryRows(context, hiddenVis, { id: recovered[1]!, form: { route: { origin: 'XB', transit: ['XC'] } } }),
      )
    }
    const either = [...seen, ...recordNodes, station, gathering, crowdOf, `case:${CASE}` as NodeName]
    const ties = Array.from({ length: 15 }, () => [own.pick(secret), own.pick(either)] as const)
    await put(
      hider,
      of,
      [],
      [
        ...ties.map(([from, to]) => tie(from, to, own.happens(0.3) ? { case: HIDDEN_CASE } : {})),
        ...[0, 1, 2].map(() => tie(own.pick(seen.slice(0, 7)), own.pick(seen.slice(7)))),
        tie(own.pick([suspect, ...seen.filter((each) => each.startsWith('person:'))]), `case:${HIDDEN_CASE}`, {
          relation: 'subject_of',
          case: HIDDEN_CASE,
          said: { category: own.pick(['witness', 'victim']) },
        }),
      ],
    )
    // Ties that may be read, to what may not.
    await put(
      lead,
      vis,
      [],
      Array.from({ length: 6 }, () => tie(own.pick(either), own.pick(secret), own.happens(0.3) ? { case: CASE } : {})),
    )
    const persons = [...seen, ...secret].filter((each) => each.startsWith('person:'))
    for (const [one, other] of [
      [own.pick(persons), witness],
      [own.pick(persons), suspect],
    ] as const)
      if (one !== other)
        await owner.query(
          `INSERT INTO thing_judgement (thing_id, other_id, number, id, vis, other_vis, verdict, judged_by)
           SELECT a, b, nextval('thing_judgement_number'), $3, $4, $5, 'same', $6 FROM (VALUES ($1::uuid, $2::uuid), ($2, $1)) AS pair (a, b)`,
          [idOf(one), idOf(other), randomUUID(), of, own.pick([vis, hiddenVis]), hider],
        )
    await owner.query(
      `INSERT INTO case_graph (case_id, id, version, vis, base, layout, content_hmac, saved_by) VALUES ($1, $2, 1, $3, 0, $4, $5, $6)`,
      [
        HIDDEN_CASE,
        randomUUID(),
        hiddenVis,
        JSON.stringify({ name: 'hidden', nodes: [], hidden: [] }),
        Buffer.alloc(32),
        hider,
      ],
    )
    await importText(
      database,
      `hidden ${seed}`,
      `${HEAD}${rowsOf(`H${seed}`, 1 + hidden * 40, 20, `TST-${seed}-100`)}\n${rowsOf(`V${seed}`, 100, 5, `TST-${seed}-3`)}\n`,
      profile,
    )
    await matchAll(database)
    hidden++
  }

  function asks(): Ask[] {
    const some = (most: number) => [
      ...new Set(Array.from({ length: 1 + chances.below(most) }, () => chances.pick(all))),
    ]
    const narrowed = () => ({
      relevance: chances.happens(0.7),
      protectedPersons: chances.happens(0.3),
      places: chances.happens(0.3),
      ...(chances.happens(0.2) ? { within: chances.pick([CASE, HIDDEN_CASE]) } : {}),
      ...(chances.happens(0.2) ? { standings: ['fact', 'lead'] } : {}),
    })
    return [lead, analyst, guest].flatMap((who) => {
      const ask = (name: RouteName, body: object): Ask => ({ who, name, body: { ...body, grounds: GROUNDS } })
      const { relevance: _, places, standings, ...only } = { standings: undefined, ...narrowed() }
      return [
        ...[0, 1, 2, 3].map((steps) =>
          ask('graphExpand', { nodes: some(4), steps, most: chances.pick([3, 10, 100, 1_000]), ...narrowed() }),
        ),
        ask('graphExpand', { nodes: [station, gathering, crowdOf, ...recordNodes], steps: 1, most: 500, places: true }),
        ...[0, 1].map(() => ask('graphConnect', { from: chances.pick(visible), to: chances.pick(all), ...narrowed() })),
        ask('graphAsk', {
          question: chances.pick(GRAPH_QUESTIONS),
          nodes: some(6),
          since: '2020-01-01',
          ...narrowed(),
        }),
        ask('graphMeasures', {
          nodes: all,
          since: '2020-01-01',
          ...(only.within === undefined ? {} : { within: only.within }),
        }),
        ask('graphExport', { form: chances.pick(['csv', 'graphml']), nodes: all }),
        ask('graphFind', { text: chances.pick(['Tst', 'Tst Karadem', 'hidden', `TSTV${seed}1`, `S ${seed}`]) }),
        ask('graphList', { case: chances.pick([CASE, HIDDEN_CASE]) }),
        ask('consignmentShow', { record: chances.pick(records) }),
        ask('caseShow', { case: chances.pick([CASE, HIDDEN_CASE]) }),
        ask('caseHolding', {
          items: [...seen, ...secret].map((each) => ({ kind: each.split(':')[0], id: idOf(each) })),
        }),
        ask('caseFindItems', { text: chances.pick([`TSTV${seed}1`, 'hidden', idOf(chances.pick(secret))]) }),
        ask('thingShow', { thing: idOf(chances.pick([...seen, ...secret])), protectedPersons: chances.happens(0.3) }),
        ask('thingList', { find: { field: 'name', value: 'Tst Karadem' }, limit: chances.pick([3, 50]) }),
        ask('thingDuplicates', { case: CASE, judged: true }),
        ask('thingDuplicates', { thing: idOf(chances.pick(seen)) }),
        ask('thingReviews', { until: '2099-01-01' }),
        ask('deconflictionList', {}),
      ]
    })
  }

  /** What each of these gets, to the byte, with how many statements it took and what the log has of it. */
  async function answersTo(asked: readonly Ask[]): Promise<string[]> {
    const answers: string[] = []
    for (const { who, name, body } of asked) {
      const { rows: before } = await owner.query<{ at: Date }>('SELECT clock_timestamp()::text AS at')
      const { status, body: got } = await app.call(name, { token: tokens.get(who)!, body })
      const { rows: logged } = await owner.query(
        `SELECT action, outcome, subjects, body - 'reference' AS body FROM audit_entry WHERE actor = $1 AND recorded_at > $2::timestamptz ORDER BY action`,
        [who, before[0]!.at],
      )
      const text = (got as unknown) instanceof Blob ? await (got as unknown as Blob).text() : JSON.stringify(got)
      answers.push(`${name} ${status} ${text}\n${JSON.stringify(logged)}`)
    }
    return answers
  }

  return {
    /** Shows more, asks, hides more, and asks the same: the answers must be the same. Says how many were given. */
    async round(): Promise<number> {
      await show()
      const asked = asks()
      const before = await answersTo(asked)
      await hide()
      const after = await answersTo(asked)
      for (const [at, answer] of after.entries())
        assert.equal(answer, before[at], `seed ${seed}, round ${shown}: ${JSON.stringify(asked[at])}`)
      return before.filter((answer) => / 200 /.test(answer)).length
    },
    end: () => owner.end(),
  }
}

const hexOf = (by: Chances, length: number): string => Array.from({ length }, () => by.below(16).toString(16)).join('')
