import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AnswerError, type Client } from '@proofmark/contract/client'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RecoverySaved } from '@proofmark/contract/schemas/recovery-answers'
import fc from 'fast-check'
import { openBook } from '../device/book.ts'
import { makeLock } from '../device/locks.ts'
import { memoryStore } from '../device/memory-store.fixture.ts'
import { newDraft, newExhibit, type Picture, waiting } from '../draft/draft.ts'
import { createDraftDesk } from '../draft/draft-desk.ts'
import { createOutbox } from './outbox.ts'
import { type Announced, PART_BYTES } from './photograph-api.ts'

const RECOVERY = '00000000-0000-4000-8000-000000000001'
const EXHIBIT = '00000000-0000-4000-8000-000000000002'
const FILE = '00000000-0000-4000-8000-000000000003'
const DAY_MS = 24 * 60 * 60 * 1000

async function device() {
  const store = memoryStore()
  const clock = { now: Date.now(), skew: null as number | null }
  const time = { read: () => ({ ...clock }), ask: async () => true }
  const opened = await makeLock(
    store,
    'B-17',
    { way: 'passphrase', passphrase: 'one two three' },
    { rounds: async () => 1 },
  )
  return { store, clock, time, opened, book: openBook(store, opened, time) }
}

async function begun(kept: Awaited<ReturnType<typeof device>>, part: { readonly pictures?: readonly Picture[] } = {}) {
  const draft = newDraft({ recovery: RECOVERY, officer: 'B-17', at: new Date(0), zone: 'UTC' })
  const form = { ...draft.form, exhibits: [newExhibit(EXHIBIT, 'firearm')] }
  return kept.book.save({ ...draft, form, ...part, sending: { kind: 'waiting' } }, null)
}

const saved = (form: RecoveryForm, part: Partial<RecoverySaved> = {}): RecoverySaved => ({
  recovery: RECOVERY,
  version: 1,
  sent: 1,
  change: 'saved',
  exhibits: form.exhibits.map(({ exhibit, kind }) => ({ exhibit, kind, number: null, record: null })),
  missing: [],
  completeness: 0,
  answers: [],
  conflicts: [],
  remarks: [],
  ...part,
})

/** A server that answers as it is told; what it is told of photographs. */
function server(answer: (form: RecoveryForm) => RecoverySaved) {
  const sent: string[] = []
  let received = 0
  const call = (async (_name: string, body: { readonly form: RecoveryForm }) => {
    sent.push('text')
    return answer(body.form)
  }) as unknown as Client
  const state = (bytes: number) => ({
    state: received >= bytes ? ('kept' as const) : ('arriving' as const),
    received,
    reason: null,
  })
  let bytes = 0
  const files = {
    announce: async (_recovery: string, picture: Announced) => {
      bytes = picture.bytes
      sent.push('announce')
      return state(bytes)
    },
    sendPart: async (_file: string, from: number, part: Blob) => {
      assert.equal(from, received)
      received += part.size
      sent.push('part')
      return state(bytes)
    },
  }
  return {
    sent,
    call,
    files,
    reach: async () => true,
    breakAfter: (parts: number) => {
      const whole = files.sendPart
      let left = parts
      files.sendPart = async (...said) => {
        if (left-- <= 0) throw new AnswerError(0, 'unreachable', '', {})
        return whole(...said)
      }
      return () => {
        files.sendPart = whole
      }
    },
  }
}

const picture = (bytes: number): Picture => ({
  file: FILE,
  exhibit: EXHIBIT,
  view: 'serial',
  sha256: '0'.repeat(64),
  bytes,
  state: { kind: 'waiting', received: 0 },
})

test('text goes before photographs, and a photograph that broke off goes on where it broke off', async () => {
  const kept = await device()
  const bytes = 3 * PART_BYTES + 5
  await begun(kept, { pictures: [picture(bytes)] })
  await kept.book.savePicture(RECOVERY, FILE, new Uint8Array(bytes).buffer)
  const there = server((form) => saved(form))
  const mend = there.breakAfter(2)
  const outbox = createOutbox({ book: kept.book, ...there })
  await outbox.send()
  assert.equal(outbox.state().halted, 'offline')
  mend()
  await outbox.send()
  assert.deepEqual(there.sent, ['text', 'announce', 'part', 'part', 'announce', 'part', 'part'])
  const page = await kept.book.read(RECOVERY)
  assert.deepEqual([page?.draft.sending.kind, page?.draft.pictures[0]?.state.kind], ['taken', 'taken'])
  assert.equal(await kept.book.readPicture(FILE), null)
})

test('what is refused says why and stays; what is only late goes on waiting', async () => {
  const kept = await device()
  await begun(kept)
  const failing = (status: number, message: string) =>
    server(() => {
      throw new AnswerError(status, 'unexpected', message, {})
    })
  for (const [status, halted] of [
    [0, 'offline'],
    [401, 'sign_in'],
    [503, 'server'],
  ] as const) {
    const outbox = createOutbox({ book: kept.book, ...failing(status, '') })
    await outbox.send()
    assert.equal(outbox.state().halted, halted)
    assert.equal((await kept.book.read(RECOVERY))?.draft.sending.kind, 'waiting')
  }
  const outbox = createOutbox({ book: kept.book, ...failing(422, 'A surrender without identity names nobody.') })
  await outbox.send()
  const { sending, form } = (await kept.book.read(RECOVERY))!.draft
  assert.equal(sending.kind === 'refused' && sending.message, 'A surrender without identity names nobody.')
  assert.equal(form.exhibits.length, 1)
})

test('what is typed while a text is on its way is not called sent, and contradicts nothing that is on its way', async () => {
  const kept = await device()
  const desk = createDraftDesk(kept.book, await begun(kept))
  desk.say({ reference: 'typed ', vehicles: [{ field: 'v' }] })
  desk.change({ sending: { kind: 'waiting' } })
  await desk.settled()
  const there = server((form) => {
    assert.deepEqual([form.reference, form.vehicles], ['typed', []])
    desk.say({ reference: 'typed meanwhile', vehicles: [{ field: 'v', plate: 'XC 41' }] })
    return saved(form)
  })
  await createOutbox({ book: kept.book, ...there }).send()
  assert.equal(await desk.settled(), 'kept')
  await desk.reload()
  const { form, sending, base } = desk.state().draft
  assert.deepEqual([form.reference, sending.kind, base?.version], ['typed meanwhile', 'writing', 1])
  assert.deepEqual(form.vehicles, [{ field: 'v', plate: 'XC 41' }])
})

test('items that the server did not come to are asked about afterwards, until none is left', async () => {
  const kept = await device()
  await begun(kept)
  const answer = (asked: 'later' | 'everywhere') => ({ answers: [{ exhibit: EXHIBIT, known: [], asked }] })
  const left = ['later', 'everywhere'] as const
  let turns = 0
  const there = server((form) => saved(form, answer('later')))
  const call = (async (name: string, body: { readonly form: RecoveryForm }) =>
    name === 'recoveryAnswers'
      ? answer(left[turns++]!)
      : there.call('recoverySave', body as never)) as unknown as Client
  const outbox = createOutbox({ book: kept.book, ...there, call })
  await outbox.send()
  await outbox.send()
  await outbox.send()
  assert.equal((await kept.book.read(RECOVERY))?.draft.saved?.answers[0]?.asked, 'everywhere')
  assert.equal(turns, 2)
})

test('each send that waits for its answer is named by those that follow, until one is answered', async () => {
  const kept = await device()
  await begun(kept)
  const named: (readonly string[])[] = []
  let isAnswered = false
  const call = (async (_name: string, body: { readonly form: RecoveryForm; readonly attempts?: readonly string[] }) => {
    named.push(body.attempts ?? [])
    if (!isAnswered) throw new AnswerError(0, 'unreachable', '', {})
    return saved(body.form)
  }) as unknown as Client
  const send = async (name: string) => {
    const page = (await kept.book.read(RECOVERY))!
    await kept.book.save({ ...page.draft, ...waiting(page.draft, name) }, page)
    await createOutbox({ book: kept.book, ...server((form) => saved(form)), call }).send()
  }
  await send('first')
  await send('second')
  isAnswered = true
  await send('third')
  await send('fourth')
  assert.deepEqual(named, [['first'], ['first', 'second'], ['first', 'second', 'third'], ['fourth']])
})

test('whatever is cut, whatever two tabs do, what was said to be kept is there', async () => {
  const kept = await device()
  const step = fc.record({
    tab: fc.constantFrom('one' as const, 'two' as const),
    what: fc.constantFrom('write' as const, 'settle' as const, 'kill' as const, 'fill' as const, 'free' as const),
    text: fc.constantFrom('a', 'b', 'c'),
    field: fc.nat(1),
  })
  const FIELDS = { one: ['reference', 'note'], two: ['paper', 'time'] } as const
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      kept.store.full = false
      kept.store.drafts.clear()
      const page = await begun(kept)
      const open = async () => createDraftDesk(kept.book, (await kept.book.read(RECOVERY)) ?? page)
      const desks = { one: await open(), two: await open() }
      const said = new Map<string, string>()
      const typed = { one: new Map<string, string>(), two: new Map<string, string>() }
      const settle = async (tab: 'one' | 'two') => {
        if ((await desks[tab].settled()) === 'kept') for (const [field, text] of typed[tab]) said.set(field, text)
      }
      for (const { tab, what, text, field } of steps) {
        if (what === 'write') {
          const name = FIELDS[tab][field]!
          typed[tab].set(name, text)
          desks[tab].say({ [name]: text })
        } else if (what === 'settle') await settle(tab)
        else if (what === 'kill') {
          // What it was keeping may be kept yet, or not.
          await settle(tab)
          typed[tab].clear()
          desks[tab] = await open()
        } else kept.store.full = what === 'fill'
      }
      kept.store.full = false
      for (const tab of ['one', 'two'] as const) {
        desks[tab].keepAgain()
        await settle(tab)
      }
      const form = (await kept.book.read(RECOVERY))!.draft.form as unknown as Record<string, string>
      for (const [field, text] of said) assert.equal(form[field], text, field)
    }),
    { numRuns: 60 },
  )
})

test('a draft past its day is closed while the clock is nobody’s word, and gone once a server told the time', async () => {
  const kept = await device()
  await begun(kept)
  kept.clock.now += 20 * DAY_MS
  assert.deepEqual(
    (await kept.book.list()).closed.map(({ recovery }) => recovery),
    [RECOVERY],
  )
  kept.clock.skew = -20 * DAY_MS
  assert.equal((await kept.book.list()).pages.length, 1)
  kept.clock.skew = 0
  assert.deepEqual(await kept.book.list(), { pages: [], closed: [] })
  assert.equal((await kept.store.get('tombstones', RECOVERY))?.why, 'expired')
})
