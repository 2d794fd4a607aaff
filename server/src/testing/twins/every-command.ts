import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommandName } from '../../cli/usage.ts'
import type { TwinNumbers } from './asked.ts'
import { HIDDEN_CASE } from './case-work.ts'
import { HIDDEN_PLACE, HIDDEN_VALUES, OWN_CASE } from './deconfliction-work.ts'
import { HIDDEN_GRAPH, SHOWN_GRAPH } from './graph-rows.ts'
import { TWIN_NUMBER } from './requests-of-things.ts'
import { rowsOf, serialOf } from './rows.ts'
import { identifierOf, recordIn, type Twin } from './twin.ts'

/** Files that commands are given, by name. */
export async function filesOf(folder: string, name: string) {
  const write = async (file: string, text: string) => {
    await writeFile(join(folder, file), text)
    return join(folder, file)
  }
  return {
    list: await write(`list-${name}.csv`, `serial,make\n${serialOf(3)},Zorbo\nTKR1*9,Taurus\n`),
    rows: await write(`rows-${name}.csv`, `${rowsOf({ prefix: 'N', count: 3, from: 40 })}\n`),
    profile: await write(`profile-${name}.json`, '{"profile":1,"key":"id","fields":{"serial":"serial"}}'),
    fired: await write(
      `fired-${name}.csv`,
      `entry,system,reference,kind,firearm\nfired_item,IBIS,F-1,cartridge_case,\ntest_fire,IBIS,T-1,,${recordIn('Customs', 'covert', 'HC-2')}\n`,
    ),
    recovery: await write(
      `recovery-${name}.json`,
      JSON.stringify({
        status: 'seized',
        exhibits: [{ kind: 'firearm', stated: { serial: serialOf(2), make: 'Taurus' } }],
      }),
    ),
    entry: await write(
      `entry-${name}.json`,
      '{"entry":"hand-1","source":"covert","event":"seizure","stated":{"serial":"TKR10069"}}',
    ),
  }
}

/** A command as whoever holds one of the police's tokens gives it. */
export interface Commanded {
  readonly role: keyof Twin['tokens']
  readonly args: readonly string[]
}

interface Commander {
  readonly numbers: TwinNumbers
  readonly files: Awaited<ReturnType<typeof filesOf>>
}

const by =
  (role: Commanded['role']) =>
  (...args: string[]): Commanded => ({ role, args })
const analyst = by('analyst')
const investigator = by('investigator')
const tracer = by('trace_officer')
const examiner = by('ballistic_examiner')
const recorder = by('recorder')
const steward = by('data_steward')
const administrator = by('administrator')
const officer = by('data_protection_officer')

/** What is asked of the shell. A new command does not compile until it stands here. */
export const COMMANDED: Readonly<Record<CommandName, (commander: Commander) => readonly Commanded[]>> = {
  // Its doors are asked as routes.
  serve: () => [],
  source: () => [
    analyst('source', 'list', '--json'),
    steward('source', 'add', 'informants', '--kind', 'seizure', '--agency', 'Inland Service'),
    steward('source', 'add', 'covert and ours', '--kind', 'seizure', '--agency', 'Police'),
  ],
  records: () => [
    analyst('records', 'register', '--json', '--limit', '200'),
    analyst('records', 'losses'),
    analyst('records', 'covert'),
  ],
  import: ({ files }) => [
    steward('import', files.rows, '--source', 'informants', '--dry-run'),
    steward('import', files.rows, '--source', 'register', '--json'),
  ],
  imports: ({ numbers }) => [
    steward('imports', '--json'),
    steward('imports', 'list', '--source', 'covert'),
    steward('imports', 'stop', numbers.importOf('Customs', 'covert')),
    steward('imports', 'take-back', numbers.importOf('Police', 'seizures')),
    steward('imports', 'put-back', numbers.importOf('Police', 'seizures')),
  ],
  profile: ({ files }) => [
    steward('profile', 'covert'),
    steward('profile', 'losses', '--list'),
    steward('profile', 'register', '--save', files.profile),
  ],
  vocabulary: () => [
    steward('vocabulary', '--json'),
    steward('vocabulary', 'decide', 'make', 'Zorbo', '--code', 'taurus'),
    steward('vocabulary', 'decided'),
    steward('vocabulary', 'propose', '--field', 'make', '--json'),
    steward('vocabulary', 'pack', 'list'),
    steward('vocabulary', 'pack', 'take-back', '1'),
  ],
  reread: () => [steward('reread', '--json'), steward('reread', '--agency', 'Inland Service', '--dry-run')],
  enter: ({ files }) => [steward('enter', files.entry, '--hints')],
  read: ({ files }) => [analyst('read', files.list, '--json')],
  find: ({ files }) => [
    analyst('find', serialOf(3), '--json'),
    analyst('find', 'TKR1*9', '--limit', '200'),
    analyst('find', '--file', files.list, '--json'),
  ],
  link: () => [steward('link', '--json'), steward('link', '--full', '--json'), steward('link', '--stop', '--json')],
  model: () => [
    analyst('model'),
    analyst('model', 'learn', '--json'),
    analyst('model', 'show', 'start-4', '--json'),
    analyst('model', 'compare', 'start-4', 'start-4', '--json'),
    steward('model', 'approve', 'start-4'),
  ],
  matches: () => [
    analyst('matches', '--csv'),
    analyst('matches', '--source', 'covert', '--csv'),
    analyst('matches', '--source', 'register', '--with', 'seizures', '--csv'),
  ],
  review: () => [
    analyst('review', '--json'),
    analyst('review', '--source', 'covert'),
    analyst('review', 'many', 'seizures', 'register', '--verdict', 'same', '--least', '0.5', '--json'),
    analyst('review', 'many', 'seizures', 'covert', '--verdict', 'same', '--least', '0.5'),
    analyst('review', 'assign', 'register', 'L-2', 'seizures', 'S-2', '--to', 'me'),
    analyst('review', 'opinion', 'register', 'L-2', 'covert', 'HC-2', '--of', 'Nobody'),
    analyst('review', 'work', '--json'),
    analyst('review', 'agreement', '--json'),
  ],
  'court-text': () => [analyst('court-text', 'register', 'L-2', '--json'), analyst('court-text', 'covert', 'HC-2')],
  'why-not': () => [
    analyst('why-not', 'register', 'L-2', 'seizures', 'S-2', '--json'),
    analyst('why-not', 'register', 'L-2', 'covert', 'HC-2'),
    analyst('why-not', 'register', 'L-2', 'register', 'HR-1', '--json'),
  ],
  quality: () => [
    analyst('quality', 'draw', '--size', '20', '--seed', 'one', '--json'),
    analyst('quality', 'sources', '--json'),
    steward('quality', 'issues', 'collision'),
    steward('quality', 'issues', 'nonsense', '--agency', 'Customs'),
  ],
  search: () => [analyst('search', 'Porto', '--limit', '200', '--json'), analyst('search', 'HC-2')],
  persons: () => [
    tracer('persons', 'register', 'L-2', '--json'),
    tracer('persons', 'register', 'HR-1'),
    tracer('persons', 'covert', 'HC-2'),
  ],
  recovery: ({ files }) => [
    recorder('recovery', 'add', files.recovery, '--json'),
    recorder('recovery', 'list', '--json'),
    recorder('recovery', 'show', '00000000-0000-4000-8000-000000000000', '--json'),
  ],
  trace: () => [
    tracer('trace', 'list', '--json'),
    tracer('trace', 'form'),
    tracer('trace', 'adopt', '00000000-0000-4000-8000-000000000000', 'field.type'),
    tracer('trace', 'new', 'covert', 'HC-2', '--to', 'XB', '--json'),
    tracer('trace', 'show', '00000000-0000-4000-8000-000000000000', '--json'),
    tracer('trace', 'document', '0198c0de-0000-7000-8000-0000000000a1', '--form', 'json', '--out', 'no-trace.json'),
    tracer('trace', 'evidence', '0198c0de-0000-7000-8000-0000000000a1', '--out', 'no-evidence.zip'),
  ],
  ballistic: ({ files }) => [
    examiner('ballistic', 'add', files.fired, '--json'),
    analyst('ballistic', 'list', '--json'),
    analyst('ballistic', 'find', 'F-1', '--json'),
    analyst('ballistic', 'referrals', '--json'),
    analyst('ballistic', 'show', recordIn('Customs', 'covert', 'HC-2')),
  ],
  life: () => [
    analyst('life', 'register', 'L-2', '--json'),
    analyst('life', 'register', 'HR-1'),
    analyst('life', 'covert', 'HC-2'),
    analyst('life', 'informants', 'HI-2'),
  ],
  case: () => [
    analyst('case', 'list', '--json'),
    analyst('case', 'show', 'P 1/2026', '--json'),
    analyst('case', 'note', HIDDEN_CASE, 'seen'),
    analyst('case', 'add', 'P 1/2026', 'covert', 'HC-2'),
    steward('case', 'without-lead', '--json'),
  ],
  connect: () => [
    analyst('connect', 'seizures/S-4', 'register/L-2', '--json'),
    analyst('connect', 'seizures/S-4', 'covert/HC-2', '--json'),
    analyst('connect', 'seizures/S-4', 'register/L-2', '--in-order'),
    analyst('connect', 'seizures/S-4', 'register/L-2', '--named', SHOWN_GRAPH.case),
    analyst('connect', HIDDEN_GRAPH.nodes[0], SHOWN_GRAPH.nodes[0]),
  ],
  hands: () => [
    analyst('hands', 'seizures', 'S-4'),
    analyst('hands', 'register', 'L-2', '--json'),
    analyst('hands', 'covert', 'HC-2'),
  ],
  suppliers: () => [
    analyst('suppliers', 'seizures/S-4', 'register/L-2', '--json'),
    analyst('suppliers', SHOWN_GRAPH.nodes[0], HIDDEN_GRAPH.nodes[0]),
    analyst('suppliers', 'covert/HC-2'),
  ],
  consignment: () => [analyst('consignment', 'deliveries', 'D-0', '--json'), analyst('consignment', 'imports', 'HD-0')],
  thing: () => [
    analyst('thing', 'list', '--find', `number=${TWIN_NUMBER}`, '--json'),
    analyst('thing', 'list', '--case', identifierOf('hidden case of things')),
    tracer(
      'thing',
      'add',
      'telephone',
      `number=${TWIN_NUMBER}`,
      '--id',
      identifierOf('our second telephone'),
      '--json',
    ),
    tracer('thing', 'show', identifierOf('hidden telephone'), '--json'),
    tracer('thing', 'duplicates', '--json'),
    tracer('thing', 'reviews', '--json'),
    steward('thing', 'judge', identifierOf('our telephone'), identifierOf('hidden telephone'), 'same'),
    officer('thing', 'erase', identifierOf('hidden person'), '--reason', 'unlawful'),
    tracer('thing', 'erasures'),
  ],
  custody: () => [
    recorder('custody', 'list', '--json'),
    recorder('custody', 'show', identifierOf('hidden exhibit'), '--json'),
    recorder('custody', 'store', '--json'),
    recorder('custody', 'stocktakes', '--json'),
    tracer('custody', 'held', '--json'),
  ],
  bundle: () => [recorder('bundle', identifierOf('hidden exhibit'), '--out', 'no-bundle.zip')],
  // Of this firearm no source that points has a record.
  pointer: () => [
    analyst('pointer', 'register', 'L-2', '--reference', 'case 5', '--basis', 'firearms_act'),
    analyst('pointer', 'covert', 'HC-2', '--reference', 'case 5', '--basis', 'firearms_act'),
  ],
  // The values that only hidden and silent cases of others keep, among others.
  deconflict: () => [
    ...HIDDEN_VALUES.map((value) =>
      investigator(
        ...['deconflict', '--kind', 'telephone', '--value', value, '--case', OWN_CASE],
        ...['--purpose', 'criminal_investigation', '--json'],
      ),
    ),
    investigator('deconflict', 'list', '--json'),
    investigator('deconflict', 'withdraw', identifierOf('no question')),
    ...[investigator, steward].flatMap((as) => [
      as('deconflict', 'meetings', '--json'),
      as('deconflict', 'introduce', identifierOf('no handle'), '--consent', 'Hill'),
      as('deconflict', 'decline', identifierOf('no handle'), '--why', 'It is over.'),
    ]),
  ],
  operation: () => [
    investigator('operation', 'list', '--json'),
    investigator(
      ...[
        'operation',
        'add',
        '--kind',
        'search',
        '--case',
        OWN_CASE,
        '--place',
        HIDDEN_PLACE,
        '--contact',
        'duty line',
      ],
      ...['--from', '2020-01-01T08:00:00Z', '--to', '2020-01-01T09:00:00Z'],
    ),
  ],
  // There is no partner to whom anything was published.
  ask: () => [
    analyst('ask', '--partner', 'XB', '--serial', 'TKR10069', '--case', 'case 5', '--basis', 'firearms_act'),
    steward('ask', 'publish', '--partner', 'XB'),
    analyst('ask', 'list', '--json'),
  ],
  questions: () => [analyst('questions', '--json')],
  release: () => [
    analyst('release', 'covert', 'HC-2', '--to', 'Inland Service', '--until', '2099-01-01'),
    analyst('release', 'list', '--json'),
  ],
  oversight: () => [analyst('oversight', '--json')],
  officer: () => [
    steward('officer', 'officer of the inland service', '--agency', 'Inland Service'),
    steward('officer', 'officer of the inland service', '--agency', 'Police'),
  ],
  partner: () => [tracer('partner', 'list', '--json'), administrator('partner', 'state', 'XZ', 'ended')],
  outbox: () => [tracer('outbox', '--json'), tracer('outbox', 'retry', recordIn('Customs', 'covert', 'HC-2'))],
  inbox: () => [tracer('inbox', '--json'), tracer('inbox', 'retry', 'XZ', recordIn('Customs', 'covert', 'HC-2'))],
  law: () => [
    tracer('law', '--json'),
    steward('law', 'save', 'Firearms Act, section 5', '--ground', 'illicit_possession', '--language', 'en', '--state'),
  ],
  contact: () => [
    tracer('contact', 'list', '--json'),
    tracer('contact', 'to-verify', '--days', '10'),
    tracer('contact', 'remove', '00000000-0000-4000-8000-000000000000'),
  ],
  ledger: () => [
    officer('ledger', '--json'),
    officer('ledger', 'checkpoint'),
    officer('ledger', 'send', 'XZ'),
    administrator('ledger', 'begin-anew', 'XB'),
  ],
  grant: () => [tracer('grant', '--json'), tracer('grant', 'revoke', recordIn('Customs', 'covert', 'HC-2'))],
  correction: () => [
    tracer('correction', '--json'),
    tracer('correction', 'send', recordIn('Customs', 'covert', 'HC-2'), '--said', 'It was another firearm.', '--json'),
  ],
  log: () => [
    officer('log', '--limit', '5'),
    officer('log', '--account', 'police data_steward', '--limit', '200'),
    officer('log', '--account', 'officer of customs'),
    officer('log', '--about', recordIn('Customs', 'covert', 'HC-2')),
  ],
  account: () => [
    administrator('account', 'list', '--json'),
    administrator('account', 'disable', 'officer of the inland service'),
    administrator('account', 'invite', 'officer of customs', '--agency', 'Police'),
  ],
  agency: () => [administrator('agency', 'list', '--json'), administrator('agency', 'add', 'Inland Service')],
  token: () => [analyst('token', 'list')],
  'sign-ins': () => [officer('sign-ins', '--json'), officer('sign-ins', '--account', 'officer of customs')],
  // The tree holds the entries of all agencies: its size and root differ. Here it is looked at whether it is sound.
  verify: () => [analyst('verify')],
  // They are the operator's, who holds the data folder and with it everything: a backup counts all rows, and a restore
  // puts one database in the place of another.
  keys: () => [],
  backup: () => [],
  restore: () => [],
  doctor: () => [analyst('doctor', '--json')],
}
