import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { LookUpKind } from '@proofmark/contract/private-words'
import { toBase64 } from '@proofmark/proofs/bytes'
import { multiplyGenerator } from '@proofmark/proofs/private/group'
import { deriveKeyPair, dummy, scalarByLot } from '@proofmark/proofs/private/voprf'
import { sourceWith } from '../../testing/nation.ts'
import { openDoor } from './commands/open-door.ts'
import { KeyRing } from './keys/key-ring.ts'
import type { PrivateKeys } from './keys/private-keys.ts'
import { ask, holderOf, publishTo, switchTo } from './look-up.ts'
import { answerPeer } from './peer/answer-peer.ts'
import { LOOK_UP_PATHS } from './peer/look-up-peer.ts'
import { knownState } from './queries/known-state.ts'
import { frameOf } from './rules/frame.ts'
import {
  askOf,
  clock,
  counted,
  days,
  entries,
  type Line,
  line,
  type Node,
  PUBLISH,
  REQUEST,
  SEALING,
  TERMS,
  XA,
  XB,
} from './two-states.test-helper.ts'

test('before anything is published nothing is known, and it says so', async () => {
  const answer = await askOf('AB123456', 'Glock')
  assert.deepEqual([answer.known, answer.why, answer.epoch, answer.contact], [null, 'no_filter', null, null])
})

describe('what XB published to XA', () => {
  test('each kind is a filter of its own, in the smallest bucket, and its hash and class are logged', async () => {
    const publication = await publishTo(XB.lookUp, XB.installer, PUBLISH)
    assert.equal(publication.epoch, '2026-11-29.1')
    assert.equal(publication.ends, '2026-12-29T10:00:00.000Z')
    assert.deepEqual(
      publication.filters.map(({ kind, number }) => [kind, number]),
      [
        ['exact', 0],
        ['skeleton', 0],
        ['damaged', 0],
        ['mark_alone', 0],
      ],
    )
    assert.deepEqual(
      (await entries(XB, 'private.published')).map(({ hash }) => hash),
      publication.filters.map(({ hash }) => hash),
    )
  })

  test('a mark is known by make and serial, by its skeleton where that is asked, damaged, and without a make that no table has', async () => {
    const cases = [
      [await askOf('AB123456', 'Glock'), true],
      [await askOf('ab-123 456', 'GLOCK'), true],
      [await askOf('AB123457', 'Glock'), false],
      [await askOf('AB123456', 'Beretta'), false],
      [await askOf('KXO017', 'Beretta'), false],
      [await askOf('KXO017', 'Beretta', { kind: 'skeleton' }), true],
      [await askOf('AB12?456', 'Glock'), true],
      [await askOf('AB12?456', 'Colt'), false],
      [await askOf('551771', 'Colt'), false],
      [await askOf('55?771', 'Colt'), true],
      [await askOf('ZZ998877', 'Zorbo Works'), true],
      [await askOf('AB123456'), true],
      // Of a silent source even that something is known would tell.
      [await askOf('QQ445566', 'Glock'), false],
    ] as const
    for (const [at, [answer, known]] of cases.entries()) {
      assert.deepEqual([answer.known, answer.why], [known, known ? 'known' : 'not_known'], `case ${at}`)
      assert.equal(answer.epoch, '2026-11-29.1')
      assert.equal(answer.contact === null, !known)
    }
    assert.equal(cases[0][0].contact?.agency, 'installer')
  })

  test('a mark with too much lost, or damaged and without its make, is not asked about at all', async () => {
    const before = line.sent.length
    for (const answer of [await askOf('AB??456', 'Glock'), await askOf('AB12?456')])
      assert.deepEqual([answer.known, answer.why, answer.handle], [null, 'mark_not_asked', null])
    assert.equal(line.sent.length, before)
    await assert.rejects(askOf('obliterated', 'Glock'), { code: 'pattern_says_none' })
    await assert.rejects(askOf('AB123456', 'Glock', { partner: 'XC' }), { code: 'partner_unknown' })
  })

  test('both sides logged it: the holder no mark, no case and no outcome; the asker all of it', async () => {
    const [asked, answered] = [await entries(XA, 'private.asked'), await entries(XA, 'private.answered')]
    const evaluated = await entries(XB, 'private.evaluated')
    assert.ok(asked.some(({ query, reference }) => query === 'AB123456 · Glock' && reference === 'case 17'))
    assert.equal(asked.length, answered.length)
    const whole = JSON.stringify(evaluated)
    for (const secret of ['AB123456', 'case 17', 'Glock', 'known']) assert.ok(!whole.includes(secret), secret)
    assert.ok(evaluated.every(({ evaluations, kind }) => evaluations === (kind === 'damaged' ? 32 : 8)))
    // As many elements as were evaluated were counted, pads and all.
    const sum = evaluated.reduce((total, { evaluations }) => total + Number(evaluations), 0)
    const kinds = ['exact', 'skeleton', 'damaged', 'mark_alone'] as const
    const counts = await Promise.all(kinds.map(counted))
    assert.equal(
      counts.reduce((total, each) => total + each, 0),
      sum,
    )
  })

  test('two holders of whom one knows the mark receive, answer, count and log the same, in the same steps', async () => {
    await publishTo(XA.lookUp, XA.installer, { ...PUBLISH, partner: 'XB' })
    const steps = async (asking: Node, holding: Node) => {
      // What was published is fetched, so that the question alone is compared.
      await ask(asking.lookUp, asking.officer, {
        ...REQUEST,
        partner: holding.lookUp.node,
        serial: 'XY99',
        make: 'Glock',
      })
      const [before, logged] = [line.sent.length, (await entries(holding, 'private.evaluated')).length]
      const request = { ...REQUEST, partner: holding.lookUp.node, serial: 'AB123456', make: 'Glock' }
      const { known } = await ask(asking.lookUp, asking.officer, request)
      const said = (await entries(holding, 'private.evaluated')).slice(logged)
      return { known, sent: line.sent.slice(before), said: said.map(({ partner: _, ...each }) => each) }
    }
    const [knows, knowsNot] = [await steps(XA, XB), await steps(XB, XA)]
    assert.deepEqual([knows.known, knowsNot.known], [true, false])
    assert.deepEqual([knows.sent, knows.said], [knowsNot.sent, knowsNot.said])
    assert.equal(knows.sent.length, 1)
    const sizes = (await XA.installer(knownState)).epochs.map(({ filters }) => filters.map(({ bytes }) => bytes))
    assert.deepEqual(sizes[0], sizes[1])
  })
})

describe('a hostile or failing partner', () => {
  const refusedAs = async (why: string) => {
    const answer = await askOf('AB123456', 'Glock')
    assert.deepEqual([answer.known, answer.why, answer.contact], [null, why, null])
  }
  const standingIn = async (change: Line['change'], work: () => Promise<void>) => {
    // A new day, so that the quota of the tests is not what refuses.
    days(1)
    line.change = change
    try {
      await work()
    } finally {
      line.change = (_, answer) => answer
    }
  }
  const inAnswer =
    (change: (answer: Record<string, unknown>) => unknown): Line['change'] =>
    (path, answer) =>
      path === LOOK_UP_PATHS.evaluate
        ? frameOf(change(JSON.parse(Buffer.from(answer).toString()) as Record<string, unknown>) as object)
        : answer

  test('one that is away, or that answers other elements, a proof by another key, another’s handle or anything else is not believed', async () => {
    days(1)
    line.away = true
    await refusedAs('partner_away').finally(() => {
      line.away = false
    })
    const other = deriveKeyPair(randomBytes(32), new Uint8Array())
    const changes: ((answer: Record<string, unknown>) => unknown)[] = [
      (answer) => ({ ...answer, evaluated: (answer.evaluated as string[]).toReversed() }),
      (answer) => ({ ...answer, evaluated: (answer.evaluated as string[]).slice(1) }),
      (answer) => ({
        ...answer,
        evaluated: [toBase64(new Uint8Array(32)), ...(answer.evaluated as string[]).slice(1)],
      }),
      (answer) => ({
        ...answer,
        evaluated: [toBase64(new Uint8Array(32).fill(255)), ...(answer.evaluated as string[]).slice(1)],
      }),
      (answer) => ({ ...answer, proof: toBase64(Buffer.concat([other.secretKey, other.secretKey])) }),
      (answer) => ({ ...answer, handle: randomUUID() }),
      (answer) => ({ ...answer, besides: 1 }),
      () => [],
      () => ({ form: 'proofmark-refusal-1', reason: 'because' }),
    ]
    for (const change of changes) await standingIn(inAnswer(change), () => refusedAs('answer_refused'))
    await standingIn(
      (path, answer) => (path === LOOK_UP_PATHS.evaluate ? Buffer.alloc(100_000, 'x') : answer),
      () => refusedAs('answer_refused'),
    )
  })

  test('a filter of another hash, of another partner or under another key is not kept, and what is here stays', async () => {
    await publishTo(XB.lookUp, XB.installer, { ...PUBLISH, days: 20, anew: true })
    const turned: Line['change'] = (path, answer) => {
      if (path !== LOOK_UP_PATHS.filter) return answer
      const bytes = Buffer.from(answer)
      bytes[bytes.length - 1]! ^= 1
      return bytes
    }
    const cut: Line['change'] = (path, answer) => (path === LOOK_UP_PATHS.filter ? answer.slice(0, -1) : answer)
    const { rows } = await XA.database.pool('serve').query('SELECT DISTINCT epoch FROM private_received')
    for (const change of [turned, cut]) await standingIn(change, () => askOf('AB123456', 'Glock').then(() => {}))
    const now = await XA.database.pool('serve').query('SELECT DISTINCT epoch FROM private_received')
    assert.deepEqual(now.rows, rows)
    await standingIn(
      (_, answer) => answer,
      async () => {
        assert.equal((await askOf('AB123456', 'Glock')).known, true)
      },
    )
  })

  test('a request that is malformed is refused, logged, and counts nothing; a handle is used once', async () => {
    const holder = holderOf(XB.lookUp, 'XB')
    const current = (await XB.installer(knownState)).epochs.find(({ direction }) => direction === 'published')!
    const elements = Array.from({ length: 8 }, () => toBase64(dummy(randomBytes(64))))
    const request = {
      form: 'proofmark-evaluation-request-1',
      handle: randomUUID(),
      dataClass: 'lost_stolen_wanted',
      kind: 'exact',
      epoch: current.epoch,
      basis: 'firearms_protocol',
      elements,
    }
    const send = async (change: object, partner = 'XA') => {
      const frame = frameOf({ ...request, handle: randomUUID(), ...change })
      return JSON.parse(Buffer.from(await answerPeer(holder, partner, LOOK_UP_PATHS.evaluate, frame)).toString()) as {
        readonly form: string
        readonly reason?: string
      }
    }
    const before = await counted('exact')
    const identity = toBase64(new Uint8Array(32))
    const changes: [object, string][] = [
      [{ elements: elements.slice(1) }, 'request_refused'],
      [{ elements: [...elements, ...elements] }, 'request_refused'],
      [{ elements: [identity, ...elements.slice(1)] }, 'request_refused'],
      [{ elements: [toBase64(new Uint8Array(32).fill(255)), ...elements.slice(1)] }, 'request_refused'],
      [{ elements: ['%'.repeat(44), ...elements.slice(1)] }, 'request_refused'],
      [{ kind: 'damaged' }, 'request_refused'],
      [{ basis: 'curiosity' }, 'request_refused'],
      [{ besides: true }, 'request_refused'],
      [{ epoch: '2025-01-01.1' }, 'epoch_over'],
      [{ dataClass: 'whole_register' }, 'not_allowed'],
    ]
    for (const [change, reason] of changes) assert.equal((await send(change)).reason, reason, JSON.stringify(change))
    assert.equal((await send({}, 'XC')).reason, 'not_allowed')
    assert.equal(await counted('exact'), before)
    const handle = randomUUID()
    assert.equal((await send({ handle })).form, 'proofmark-evaluation-1')
    assert.equal((await send({ handle })).reason, 'request_refused')
    assert.equal(await counted('exact'), before + 8)
    assert.ok((await entries(XB, 'private.refused')).length >= changes.length)
    for (const bytes of [new Uint8Array(), Buffer.alloc(50_000, '['), Buffer.from([0xff, 0xfe])])
      assert.match(
        Buffer.from(await answerPeer(holder, 'XA', LOOK_UP_PATHS.evaluate, bytes)).toString(),
        /request_refused/,
      )
  })
})

describe('quotas, epochs and stops', () => {
  test('the quota counts what was evaluated, by day and by thirty days, across a restart, and raises alarms', async () => {
    days(1)
    const outcomes: string[] = []
    for (let at = 0; at < 11; at += 1) outcomes.push((await askOf('AB123456', 'Glock')).why)
    assert.deepEqual(outcomes, [...Array.from({ length: 10 }, () => 'known'), 'quota_reached'])
    // Another process, with nothing but the database and the folder of keys.
    const keys: PrivateKeys = new KeyRing(join(XB.folder, 'private-look-up'), SEALING, () => clock.now)
    const again = holderOf({ ...XB.lookUp, keys }, 'XB')
    const elements = Array.from({ length: 8 }, () => toBase64(multiplyGenerator(scalarByLot(randomBytes(64)))))
    const current = (await XB.installer(knownState)).epochs.find(({ direction }) => direction === 'published')!
    const request = (kind: LookUpKind) =>
      frameOf({
        form: 'proofmark-evaluation-request-1',
        handle: randomUUID(),
        dataClass: 'lost_stolen_wanted',
        kind,
        epoch: current.epoch,
        basis: 'firearms_protocol',
        elements,
      })
    const said = async (kind: LookUpKind) =>
      Buffer.from(await answerPeer(again, 'XA', LOOK_UP_PATHS.evaluate, request(kind))).toString()
    assert.match(await said('exact'), /quota_reached/)
    assert.match(await said('skeleton'), /proofmark-evaluation-1/)
    days(1)
    assert.match(await said('exact'), /proofmark-evaluation-1/)
    const { alarms, quotas } = await XB.officer(knownState)
    assert.ok(alarms.some(({ rule, partner }) => rule === 'quota_reached' && partner === 'XA'))
    assert.equal(quotas.find(({ kind }) => kind === 'exact')?.quota, 800)
  })

  test('what was recorded since is added under the same key, and is known from then on', async () => {
    days(1)
    assert.equal((await askOf('NN700800', 'Glock')).known, false)
    await sourceWith(
      XB.database,
      { name: 'later losses', kind: 'loss-theft', agency: 'Customs of XA', visibility: 'pointer' },
      'id,serial,make,event,date\nN-1,NN700800,Glock,theft,2026-11-01\n',
    )
    const added = await publishTo(XB.lookUp, XB.installer, PUBLISH)
    assert.ok(added.filters.every(({ number }) => number === 1))
    days(0.1)
    assert.equal((await askOf('NN700800', 'Glock')).known, true)
    assert.equal((await askOf('AB123456', 'Glock')).known, true)
  })

  test('an epoch that is over answers nothing, its keys are gone, and the next one is asked for by itself', async () => {
    days(31)
    assert.equal((await askOf('AB123456', 'Glock')).why, 'no_filter')
    await new KeyRing(join(XB.folder, 'private-look-up'), SEALING, () => clock.now).sweep()
    assert.deepEqual(await readdir(join(XB.folder, 'private-look-up')), [])
    await publishTo(XB.lookUp, XB.installer, { ...PUBLISH, days: 30 })
    assert.equal((await askOf('AB123456', 'Glock')).known, true)
    assert.equal((await stat(join(XB.folder, 'private-look-up'))).mode & 0o777, 0o700)
  })

  test('a stop holds at once, destroys the keys, and lasts until it is taken back', async () => {
    const off = { partner: 'XA', dataClass: 'lost_stolen_wanted', stopped: true, reason: 'too many questions' } as const
    assert.equal(await switchTo(XB.lookUp, XB.officer, off), 1)
    assert.equal((await askOf('AB123456', 'Glock')).known, null)
    assert.deepEqual(await readdir(join(XB.folder, 'private-look-up')), [])
    await assert.rejects(publishTo(XB.lookUp, XB.installer, PUBLISH), { code: 'private_stopped' })
    await switchTo(XB.lookUp, XB.officer, { ...off, stopped: false, reason: 'it was explained' })
    await publishTo(XB.lookUp, XB.installer, PUBLISH)
    assert.equal((await askOf('AB123456', 'Glock')).known, true)
  })

  test('a whole register is asked about only where the agreement allows it and a law is named', async () => {
    const register = { ...PUBLISH, dataClass: 'whole_register' } as const
    await assert.rejects(publishTo(XB.lookUp, XB.installer, register), { code: 'agreement_forbids' })
    await assert.rejects(askOf('AB123456', 'Glock', { dataClass: 'whole_register' }), { code: 'agreement_forbids' })
  })
})

test('agencies of one state ask each other through the same door, each of its own records', async () => {
  const terms = { ...TERMS, quotas: { ...TERMS.quotas, evaluations_exact: null } }
  for (const [agency, partner] of [
    ['Police of XA', 'XB-POLICE'],
    ['Customs of XA', 'XB-CUSTOMS'],
  ] as const)
    await XB.installer((context) => openDoor(context, { agency, partner, terms }))
  await publishTo(XB.lookUp, XB.officer, { ...PUBLISH, partner: 'XB-CUSTOMS' })
  const asked = { ...REQUEST, partner: 'XB-POLICE', make: 'Glock' }
  const answer = await ask(XB.lookUp, XB.customs, { ...asked, serial: 'AB123456' })
  assert.deepEqual([answer.known, answer.contact?.agency], [true, 'Police of XA'])
  // A record of customs itself is none of what the police published.
  assert.equal((await ask(XB.lookUp, XB.customs, { ...asked, serial: 'NN700800' })).known, false)
  await assert.rejects(ask(XB.lookUp, XB.installer, { ...asked, serial: 'AB123456' }), { code: 'partner_unknown' })
})
