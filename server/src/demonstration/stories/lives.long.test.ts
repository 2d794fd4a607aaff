import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { CONFIDENCES, type FindingRule } from '@proofmark/contract/life-words'
import type { LifeShow } from '@proofmark/contract/schemas/life'
import type { Context } from '../../access/context.ts'
import { runCommand } from '../../access/run-command.ts'
import { matchAll } from '../../testing/matching.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { showLife } from '../../tracing/commands/show-life.ts'
import { presentLife } from '../../tracing/present/life.ts'
import { createDemonstration } from '../create.ts'
import type { ExpectedFinding, ExpectedWindow, FirearmTruth, RecordReference, StoryTruth } from './truth.ts'

const RULES: Readonly<Record<ExpectedFinding, FindingRule | readonly FindingRule[]>> = {
  'antique, year to confirm': 'antique_year_to_confirm',
  'became illicit by conversion': 'became_illicit_by_conversion',
  'became illicit by reactivation': 'became_illicit_by_reactivation',
  'deactivated yet seen': 'deactivated_yet_seen',
  'destroyed yet seen': 'destroyed_yet_seen',
  'export without import': 'export_without_import',
  'listed twice': 'listed_twice',
  'mark obliterated': 'mark_obliterated',
  'never marked': 'never_marked',
  // One finding seen from either firearm.
  'part on another firearm': ['component_elsewhere', 'component_of_another'],
  'recovered again': 'recovered_again',
  'short time to crime': 'short_time_to_crime',
  'stolen before sold': 'stolen_before_sold',
  'theft reported late': 'theft_reported_late',
  'window longer than five years': 'window_over_five_years',
}

const whenDue = () => new Date(Date.now() + 31 * 24 * 60 * 60 * 1000)

const nameOf = ({ source, key }: RecordReference) => `${source} ${key}`

const database = await testDatabase()
const truth: StoryTruth = JSON.parse(await readFile(new URL('./truth.json', import.meta.url), 'utf8'))
const lives = new Map<FirearmTruth, LifeShow>()

/** What reader and rules cannot see: records whose marks do not lead to their firearm, and what then hangs on them. */
const leading = ({ records, unreachable = [] }: FirearmTruth) => {
  const lost = new Set(unreachable.map(nameOf))
  return records.filter((record) => !lost.has(nameOf(record)))
}

const folder = await mkdtemp(join(tmpdir(), 'proofmark-stories-'))
after(() => rm(folder, { recursive: true, force: true }))

before(async () => {
  const { pool, recordSecret } = database.services
  await createDemonstration(
    { pool, match: database.pool('match'), installation: database.installation, folder, recordSecret },
    () => {},
  )
  await matchAll(database)
  const { rows } = await database
    .pool('backup')
    .query<{ id: string; name: string }>(
      `SELECT r.id, s.name || ' ' || r.source_key AS name FROM record r JOIN source s ON s.id = r.source_id WHERE r.first_id IS NULL`,
    )
  const ids = new Map(rows.map(({ id, name }) => [name, id]))
  const installer = await database.installer()
  for (const each of truth.firearms) {
    const record = ids.get(nameOf(leading(each)[0]!))!
    const show = (context: Context) => showLife(context, record)
    await database.as(installer, show)
    // What speaks against a custodian comes out when it is due.
    const life = await runCommand({ ...database.services, clock: whenDue }, installer, { purpose: 'trace' }, show)
    lives.set(each, presentLife(life, { say: sayIn('en'), locale: 'en' }))
  }
})

const titled = ({ story, records }: FirearmTruth) => `${story}, ${records.map(nameOf).join(', ')}`

function isWindow(shown: LifeShow['diversions'][number], wanted: ExpectedWindow): boolean {
  const froms = [wanted.from, ...(wanted.orFrom ?? [])]
  const tos = [wanted.to, ...(wanted.orTo ?? [])]
  return froms.includes(shown.from) && tos.includes(shown.to ?? '')
}

/** DOMAIN 4.10 has no word of its own for what leaves the custody of the state after a recovery; a life has. */
const isLeak = ({ kind }: ExpectedWindow, { alternatives }: LifeShow['diversions'][number]) =>
  kind === 'theft-state-stock' && alternatives.some((each) => each.kind === 'custody-leak')

describe('the planted stories of the demonstration nation, against what is true of them', () => {
  test('a firearm has the records that are its own, and no other’s', () => {
    const wrong = truth.firearms.flatMap((each) => {
      const shown = new Set(lives.get(each)!.events.map(nameOf))
      const wanted = new Set(leading(each).map(nameOf))
      // Two entries of one register that list one firearm are proposed and stay two items.
      const proposed = each.findings.includes('listed twice')
      const missing = proposed ? [] : [...wanted].filter((name) => !shown.has(name))
      // A certificate with another firearm's number is met with there, as by any reader of marks.
      const strangers = [...shown].filter(
        (name) =>
          !wanted.has(name) && !truth.firearms.some(({ unreachable = [] }) => unreachable.map(nameOf).includes(name)),
      )
      return missing.length + strangers.length === 0
        ? []
        : [`${titled(each)}: missing ${missing}; strangers ${strangers}`]
    })
    assert.deepEqual(wrong, [])
  })

  test('its state is one that an expert would defend', () => {
    const wrong = truth.firearms.flatMap((each) => {
      const { status } = lives.get(each)!
      return [each.status, ...(each.orStatus ?? [])].includes(status) ? [] : [`${titled(each)}: ${status}`]
    })
    assert.deepEqual(wrong, [])
  })

  test('every window that must be there is, between its days, no surer than the records, its kind among the alternatives', () => {
    const wrong = truth.firearms.flatMap((each) => {
      const { diversions } = lives.get(each)!
      return each.windows.flatMap((wanted) => {
        const shown = diversions.find((diversion) => isWindow(diversion, wanted))
        if (!shown) return wanted.optional ? [] : [`${titled(each)}: no window ${wanted.from} … ${wanted.to}`]
        const surer = CONFIDENCES.indexOf(shown.confidence) > CONFIDENCES.indexOf(wanted.confidence)
        const kinds = isLeak(wanted, shown) ? ['custody-leak'] : [wanted.kind]
        const named = shown.alternatives.some(({ kind }) => kinds.includes(kind))
        return surer || !named ? [`${titled(each)}: ${shown.kind} ${shown.confidence}`] : []
      })
    })
    assert.deepEqual(wrong, [])
  })

  test('what must be found is found, and what would accuse somebody wrongly is not', () => {
    const wrong = truth.firearms.flatMap((each) => {
      const rules = new Set(lives.get(each)!.findings.map(({ rule }) => rule))
      const isRaised = (finding: ExpectedFinding) => [RULES[finding]].flat().some((rule) => rules.has(rule))
      // What rests on a record that no mark leads to cannot be found by marks.
      const missing = each.unreachable ? [] : each.findings.filter((finding) => !isRaised(finding))
      const raised = (each.never ?? []).filter(isRaised)
      return missing.length + raised.length === 0 ? [] : [`${titled(each)}: missing ${missing}; raised ${raised}`]
    })
    assert.deepEqual(wrong, [])
  })
})
