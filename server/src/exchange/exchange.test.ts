import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { twoAgencies } from '../testing/nation.ts'
import { befriend, keysOfTest, partnerFileOf, testNode } from '../testing/nodes.ts'
import { fate, losing, noteOf, ownerOf, put, say, whileFailing } from '../testing/peer-faults.ts'
import { requestFrom } from '../testing/traces.ts'
import { giveUpMessage, retryMessage } from './commands/act-on-outbox.ts'
import { addPartner } from './commands/add-partner.ts'
import { decideKeyChange } from './commands/decide-key-change.ts'
import { decideRestore } from './commands/decide-restore.ts'
import { giveGrant, revokeGrant } from './commands/give-grant.ts'
import { noteKeysSwitched, offerKeyChange } from './commands/offer-key-change.ts'
import { retryInbox } from './commands/retry-inbox.ts'
import { sendCorrection } from './commands/send-correction.ts'
import { revokeCertificate, setPartnerState } from './commands/set-partner.ts'
import { takeOut } from './commands/take-out.ts'
import { followingIdentity, identityOf } from './keys/node-keys.ts'
import { readReceipt } from './keys/receipt.ts'
import { LinkFailed, PeerCaller } from './peer/call-peer.ts'
import { findPartner } from './queries/find-partner.ts'
import { isGranted } from './queries/grants.ts'
import { listKeyChanges } from './queries/list-key-changes.ts'
import { keptPartner } from './queries/list-partners.ts'
import { partnersWithoutOurKeys } from './queries/own-key-changes.ts'
import { reconcile } from './runs/reconcile.ts'
import { takeIn } from './runs/take-in.ts'

const one = await testNode('XA')
const other = await testNode('XB')
await befriend(one, other)
const ownerOfOne = ownerOf(one)
const ownerOfOther = ownerOf(other)
const person = await one.database.installer()
const asPerson = one.database.as.bind(null, person) as <Result>(
  work: (context: Parameters<Parameters<typeof one.run>[0]>[0]) => Promise<Result>,
) => Promise<Result>
const HOUR = 3_600_000
/** Later than any pause between attempts. */
const again = () => one.dispatch(undefined, 2 * HOUR)

test('a message arrives once, with a receipt that names its bytes, and has its effect once', async () => {
  const message = await put(one, { partner: 'XB' })
  assert.deepEqual(await one.dispatch(), { attempts: 1, acknowledged: 1 })
  assert.equal(await other.take(), 1)
  assert.equal(await other.take(), 0)
  const { sent, came, notedBySender, notedByReceiver } = await fate(one, other, message)
  assert.deepEqual([sent?.state, came[0]?.state, came.length], ['acknowledged', 'taken', 1])
  assert.deepEqual(came[0]?.body, sent?.body)
  assert.deepEqual([notedBySender, notedByReceiver], [['delivered'], ['delivered']])
  const said = await readReceipt(sent!.receipt!, [Buffer.from(other.keys.messageKey, 'base64url')])
  assert.deepEqual(
    [said?.message, said?.hash, said?.sender, said?.recipient],
    [message, sent?.sha256.toString('hex'), 'XA', 'XB'],
  )
})

test('a request arrives on the desk of the agency that traces, in its name, and once', async () => {
  await twoAgencies(other.database)
  const request = requestFrom('TKR10482')
  const message = await put(one, { partner: 'XB', kind: 'trace-request', body: request, about: request.id })
  await one.dispatch()
  assert.equal(await other.take(), 1)
  const { came } = await fate(one, other, message)
  assert.equal(came[0]?.state, 'taken')
  const { rows } = await ownerOfOther(
    `SELECT g.name, r.direction, r.asker FROM trace_request r JOIN agency g ON g.id = r.agency_id WHERE r.their_id = '${request.id}'`,
  )
  assert.deepEqual(rows, [{ name: 'Police of XA', direction: 'incoming', asker: 'XA' }])
})

test('a partner that is gone loses nothing: the message waits, and goes once it is back', async () => {
  const message = await put(one, { partner: 'XB' })
  await other.hang()
  assert.equal((await one.dispatch()).acknowledged, 0)
  const before = await fate(one, other, message)
  assert.deepEqual([before.sent?.state, before.came.length], ['waiting', 0])
  assert.ok(['unreachable', 'link_cut'].includes(before.sent?.last_reason ?? ''))
  assert.equal((await one.dispatch()).attempts, 0, 'not before its pause is over')
  await other.listenAgain()
  assert.equal((await again()).acknowledged, 1)
  assert.equal((await fate(one, other, message)).came.length, 1)
})

test('a receipt that is lost on its way costs nothing: the message comes once more, and gets the same receipt', async () => {
  await other.take()
  const message = await put(one, { partner: 'XB' })
  const cut = losing(one.caller, () => {
    throw new LinkFailed('link_cut')
  })
  await one.dispatch(cut)
  assert.equal(await other.take(), 1)
  const between = await fate(one, other, message)
  assert.deepEqual([between.sent?.state, between.came[0]?.state], ['waiting', 'taken'])
  await again()
  assert.equal(await other.take(), 0)
  const { sent, came, notedByReceiver } = await fate(one, other, message)
  assert.deepEqual([sent?.state, sent?.receipt, came.length], ['acknowledged', between.came[0]?.receipt, 1])
  assert.deepEqual(notedByReceiver, ['delivered', 'repeated'])
})

test('another message’s receipt, or anybody’s, is none', async () => {
  const earlier = await put(one, { partner: 'XB' })
  await one.dispatch()
  const { sent } = await fate(one, other, earlier)
  const message = await put(one, { partner: 'XB' })
  const wrong = losing(one.caller, ({ status }) => ({
    status,
    body: Buffer.from(JSON.stringify({ receipt: sent!.receipt })),
  }))
  await one.dispatch(wrong)
  const after = await fate(one, other, message)
  assert.deepEqual([after.sent?.state, after.sent?.last_reason], ['waiting', 'receipt_wrong'])
  await again()
})

test('what comes later about one matter waits for what came before it, until that was received or given up', async () => {
  const about = randomUUID()
  const [first, second] = [
    await put(one, { partner: 'XB', about, body: { form: 'proofmark-note-9' } }),
    await put(one, { partner: 'XB', about }),
  ]
  await one.dispatch()
  assert.equal((await fate(one, other, first)).sent?.state, 'dead')
  await again()
  assert.deepEqual((await fate(one, other, second)).came, [])
  await asPerson((context) => giveUpMessage(context, { message: first, why: 'agreed on the telephone' }))
  await one.dispatch()
  assert.equal((await fate(one, other, second)).came.length, 1)
  await assert.rejects(
    asPerson((context) => giveUpMessage(context, { message: second, why: 'too late' })),
    { code: 'message_settled' },
  )
})

test('a form of next year is kept as it came, and refused with what is accepted', async () => {
  const body = { form: 'proofmark-note-2', text: 'of next year', about: null }
  const message = await put(one, { partner: 'XB', body })
  await one.dispatch()
  const { sent, came } = await fate(one, other, message)
  assert.deepEqual([sent?.state, sent?.last_reason], ['dead', 'form_unknown'])
  assert.deepEqual([came[0]?.state, came[0]?.reason, came[0]?.body], ['refused', 'form_unknown', sent?.body])
  const { answer, said } = await say(one, other, { kind: 'greeting-of-2027' })
  assert.equal(answer.status, 422)
  assert.deepEqual(said, { code: 'kind_unknown', accepted: (said as { accepted: string[] }).accepted })
  assert.ok((said as { accepted: string[] }).accepted.includes('note'))
  await asPerson((context) => retryMessage(context, { message }))
  await one.dispatch()
  assert.equal((await fate(one, other, message)).came.length, 1)
})

test('every lie in a signature is refused with a code and nothing else, and keeps nothing', async () => {
  const stranger = keysOfTest('XA')
  const { signature } = await say(one, other)
  const now = Date.now()
  const lies = {
    signature_missing: { signature: null },
    signature_wrong: { signature: signature.replace(/\.\.(.)/, (_, first) => `..${first === 'A' ? 'B' : 'A'}`) },
    key_unknown: { as: stranger },
    sender_other: { as: { ...one.keys, node: 'XC' } },
    recipient_other: { recipient: 'XC' },
    hash_other: { hash: '0'.repeat(64) },
    expired: {
      sentAt: new Date(now - HOUR).toISOString(),
      expires: new Date(now - HOUR / 2).toISOString(),
    },
    clock_apart: { sentAt: new Date(now + HOUR).toISOString() },
  } as const
  for (const [code, lie] of Object.entries(lies)) {
    const { message, said } = await say(one, other, lie)
    assert.deepEqual(said, { code }, code)
    assert.deepEqual((await fate(one, other, message)).came, [], code)
  }
  const { message } = await say(one, other)
  const { said } = await say(one, other, { message, body: Buffer.from(JSON.stringify(noteOf('something else'))) })
  assert.deepEqual(said, { code: 'id_reused' })
})

test('a recorded message that is said again is not taken again, neither at once nor when its time is over', async () => {
  const body = Buffer.from(JSON.stringify(noteOf('recorded')))
  const { message, signature, said } = await say(one, other, { body })
  assert.deepEqual((await say(one, other, { message, body, signature })).said, said)
  one.clock.ahead = other.clock.ahead = HOUR
  try {
    assert.deepEqual((await say(one, other, { message, body, signature })).said, { code: 'expired' })
  } finally {
    one.clock.ahead = other.clock.ahead = 0
  }
  await other.take()
  assert.equal((await fate(one, other, message)).came.length, 1)
})

test('nothing is taken while the clocks are too far apart, and both sides are told so', async () => {
  const message = await put(one, { partner: 'XB' })
  other.clock.ahead = -HOUR
  await one.dispatch()
  other.clock.ahead = 0
  const { sent, came, notedByReceiver } = await fate(one, other, message)
  assert.deepEqual([sent?.state, sent?.last_reason, came], ['waiting', 'clock_apart', []])
  assert.deepEqual(notedByReceiver, ['clock_apart'])
  await again()
  assert.equal((await fate(one, other, message)).came.length, 1)
})

test('a disk that is full on either side loses nothing and doubles nothing', async () => {
  const message = await put(one, { partner: 'XB' })
  await whileFailing(ownerOfOther, { table: 'inbox_message', on: 'INSERT', code: '53100' }, () => one.dispatch())
  const full = await fate(one, other, message)
  assert.deepEqual([full.sent?.state, full.sent?.last_reason, full.came], ['waiting', 'busy', []])
  // The receipt came, and could not be kept.
  await whileFailing(ownerOfOne, { table: 'delivery', on: 'INSERT', code: '53100' }, () => again())
  const unsettled = await fate(one, other, message)
  assert.deepEqual([unsettled.sent?.state, unsettled.came.length], ['waiting', 1])
  await one.dispatch(undefined, 4 * HOUR)
  const { sent, came } = await fate(one, other, message)
  assert.deepEqual([sent?.state, came.length], ['acknowledged', 1])
})

test('an effect that fails leaves the message as it came, with its reason, until a person tries again', async () => {
  const message = await put(one, { partner: 'XB' })
  await one.dispatch()
  await whileFailing(ownerOfOther, { table: 'inbox_message', on: 'UPDATE', code: '53100' }, () => other.take())
  assert.equal((await fate(one, other, message)).came[0]?.state, 'stored', 'a full disk is nobody’s fault')
  // A receiver that does what it may not.
  await ownerOfOther(
    `CREATE FUNCTION refuse_effect() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'taken' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$`,
  )
  await ownerOfOther(
    'CREATE TRIGGER refuse_effect BEFORE UPDATE ON inbox_message FOR EACH ROW EXECUTE FUNCTION refuse_effect()',
  )
  assert.equal(await other.take(), 0)
  await ownerOfOther('DROP TRIGGER refuse_effect ON inbox_message')
  const { came, sent } = await fate(one, other, message)
  assert.deepEqual([came[0]?.state, came[0]?.reason, sent?.state], ['failed', 'effect_failed', 'acknowledged'])
  await other.database.as(await other.database.installer(), (context) =>
    retryInbox(context, { partner: 'XA', message }),
  )
  assert.equal(await other.take(), 1)
  assert.equal((await fate(one, other, message)).came[0]?.state, 'taken')
})

test('a revoked certificate is refused at once, also on a connection that stands open', async () => {
  await say(one, other)
  const owner = await other.database.installer()
  await other.database.as(owner, (context) =>
    revokeCertificate(context, { partner: 'XA', fingerprint: one.keys.fingerprint }),
  )
  const { answer, said } = await say(one, other)
  assert.deepEqual([answer.status, said], [403, { code: 'certificate_unknown' }])
  const message = await put(one, { partner: 'XB' })
  await one.dispatch()
  assert.deepEqual((await fate(one, other, message)).came, [])
  // In other hands it is no longer the partner's, whatever its next file says.
  await assert.rejects(
    other.database.as(owner, (context) => addPartner(context, partnerFileOf(one))),
    { code: 'name_taken' },
  )
  await ownerOfOther(`UPDATE partner_certificate SET revoked_at = NULL WHERE fingerprint = '${one.keys.fingerprint}'`)
  await again()
  assert.equal((await fate(one, other, message)).came.length, 1)
})

test('a stranger learns a code, and to whoever answers with another certificate nothing is said', async () => {
  const stranger = new PeerCaller(keysOfTest('XC'), () => new Date())
  const address = { endpoint: other.endpoint, certificates: [other.keys.fingerprint] }
  const asked = { path: '/exchange/messages', body: Buffer.from('{}'), limit: 1_000, patience: 5_000 }
  const { status, body } = await stranger.call(address, asked)
  assert.deepEqual([status, JSON.parse(body.toString())], [403, { code: 'certificate_unknown' }])
  await assert.rejects(stranger.call({ ...address, certificates: ['0'.repeat(64)] }, asked), {
    reason: 'partner_certificate',
  })
  stranger.close()
})

test('a body beyond the limit is not read: neither one that says so nor one that goes on and on', async () => {
  const { answer, said } = await say(one, other, { body: Buffer.alloc(1_000_001, 32) }).catch((failure: unknown) => {
    // The connection may be gone before the answer is read.
    assert.ok(failure instanceof LinkFailed)
    return { answer: { status: 413 }, said: { code: 'too_large' } }
  })
  assert.deepEqual([answer.status, said], [413, { code: 'too_large' }])
})

test('a file for a partner is opened by it alone, and taken in twice it is taken once; its receipts come back likewise', async () => {
  const message = await put(one, { partner: 'XB' })
  const { sealed, messages } = await asPerson((context) => takeOut(context, one.keys, { partner: 'XB' }))
  assert.ok(messages.includes(message))
  const receiver = await other.database.installer()
  const run = other.database.as.bind(null, receiver) as typeof other.run
  const first = await takeIn(run, other.keys, sealed)
  assert.deepEqual([first.stored >= 1, first.refused.includes('signature_wrong')], [true, false])
  assert.equal((await takeIn(run, other.keys, sealed)).stored, 0)
  await other.take()
  for (const spoiled of [`${sealed.slice(0, -4)}AAAA`, 'no file', sealed.replace('.', ' ')])
    await assert.rejects(takeIn(run, other.keys, spoiled), { code: 'envelope_unreadable' })
  await assert.rejects(takeIn(asPerson, one.keys, sealed), { code: 'envelope_unreadable' })
  const back = await other.database.as(receiver, (context) => takeOut(context, other.keys, { partner: 'XA' }))
  assert.ok((await takeIn(asPerson, one.keys, back.sealed)).acknowledged >= 1)
  const { sent, came } = await fate(one, other, message)
  assert.deepEqual([sent?.state, came.length, sent?.receipt], ['acknowledged', 1, came[0]?.receipt])
})

test('after a restore nothing is sent before the partner told what it has; then nothing is lost on either side', async () => {
  const lost = await put(one, { partner: 'XB', body: noteOf('sent after the backup') })
  const unsure = await put(one, { partner: 'XB' })
  await one.dispatch()
  const { message: came } = await say(other, one)
  const answered = await put(other, { partner: 'XA' })
  await other.dispatch()
  // What a backup from before would not know.
  await ownerOfOne(`DELETE FROM delivery WHERE message_id IN ('${lost}', '${unsure}')`)
  await ownerOfOne(`DELETE FROM outbox_message WHERE id = '${lost}'`)
  await ownerOfOne(
    `UPDATE outbox_message SET state = 'waiting', receipt = NULL, acknowledged_at = NULL WHERE id = '${unsure}'`,
  )
  await ownerOfOne(`DELETE FROM inbox_message WHERE id IN ('${came}', '${answered}')`)
  await ownerOfOne('UPDATE partner SET reconciled = false')
  assert.equal((await again()).attempts, 0)
  await assert.rejects(
    asPerson((context) => takeOut(context, one.keys, { partner: 'XB' })),
    { code: 'partner_not_reconciled' },
  )
  await other.hang()
  assert.equal(await reconcile(one, one.caller), 0, 'who cannot be asked is asked another time')
  await other.listenAgain()
  assert.equal(await reconcile(one, one.caller), 0, 'whoever asks is told nothing before a person there agreed')
  assert.equal(await reconcile(one, one.caller), 0)
  const keeper = await other.database.installer()
  const decide = (approved: boolean) =>
    other.database.as(keeper, (context) =>
      decideRestore(context, { partner: 'XA', approved, why: 'reached by telephone' }),
    )
  const waiting = await other.database.as(keeper, (context) => keptPartner(context, 'XA'))
  assert.ok(waiting?.restore)
  await decide(true)
  await assert.rejects(decide(true), { code: 'not_found' })
  assert.equal(await reconcile(one, one.caller), 1)
  const recovered = await fate(one, other, lost)
  assert.deepEqual([recovered.sent?.state, recovered.sent?.body], ['acknowledged', recovered.came[0]?.body])
  assert.equal((await fate(one, other, unsure)).sent?.last_reason, 'recovered')
  const partner = await asPerson((context) => findPartner(context, 'XB', context.now))
  assert.ok(partner?.reconciled && partner.reconciledAt)
  await other.dispatch()
  assert.equal((await fate(other, one, answered)).came.length, 1)
})

test('a grant ends when it is taken back, and the partner’s receipt of that is kept', async () => {
  const subject = 'firearm TST 1001'
  const until = new Date(Date.now() + 24 * HOUR)
  const { grant } = await asPerson((context) =>
    giveGrant(context, { partner: 'XB', dataClass: 'lost_stolen_wanted', subject, expires: until }),
  )
  const granted = () => asPerson((context) => isGranted(context, 'XB', 'lost_stolen_wanted', subject))
  assert.equal(await granted(), true)
  const { message } = await asPerson((context) => revokeGrant(context, { grant }))
  assert.equal(await granted(), false)
  await one.dispatch()
  assert.equal((await fate(one, other, message)).sent?.state, 'acknowledged')
  await assert.rejects(
    asPerson((context) => revokeGrant(context, { grant })),
    { code: 'grant_over' },
  )
  await assert.rejects(
    asPerson((context) => giveGrant(context, { partner: 'XB', dataClass: 'whole_register', subject, expires: until })),
    { code: 'agreement_forbids' },
  )
})

test('a correction reaches whoever was told, also when the exchange with them is suspended, and nobody else', async () => {
  const subject = randomUUID()
  const told = await put(one, { partner: 'XB', subjects: [subject] })
  await one.dispatch()
  await asPerson((context) => setPartnerState(context, { partner: 'XB', state: 'suspended' }))
  await assert.rejects(put(one, { partner: 'XB' }), { code: 'agreement_forbids' })
  const correction = await asPerson((context) =>
    sendCorrection(context, { subject, said: 'It was another firearm.', erase: true }),
  )
  assert.deepEqual(
    correction.told.map(({ partner }) => partner),
    ['XB'],
  )
  const { message } = correction.told[0]!
  await one.dispatch()
  const { sent, came } = await fate(one, other, message)
  assert.equal(sent?.state, 'acknowledged')
  assert.deepEqual(JSON.parse(came[0]!.body.toString()).messages, [told])
  const nobody = await asPerson((context) =>
    sendCorrection(context, { subject: 'untold', said: 'Not so.', erase: false }),
  )
  assert.deepEqual(nobody.told, [])
  await asPerson((context) => setPartnerState(context, { partner: 'XB', state: 'active' }))
})

test('terms that change are a new version, and the earlier ones stay; what they no longer allow does not go', async () => {
  const without = partnerFileOf(other, { dataClasses: [], clockTolerance: 60 })
  const first = await asPerson((context) => addPartner(context, partnerFileOf(other)))
  const second = await asPerson((context) => addPartner(context, without))
  assert.deepEqual([first.version, second.version], [1, 2])
  await assert.rejects(put(one, { partner: 'XB', kind: 'trace-withdrawal', body: {} }), { code: 'agreement_forbids' })
  const versions = await asPerson(({ query }) =>
    query.selectFrom('agreement').select('version').where('partner', '=', 'XB').orderBy('version').execute(),
  )
  assert.deepEqual(
    versions.map(({ version }) => version),
    [1, 2],
  )
})

test('new keys of a node are told by a message that the old one signs, and taken by a person; then either speaks for it', async () => {
  const fresh = keysOfTest('XA')
  const following = followingIdentity(one.keys, fresh, new Date())
  const { change, told } = await asPerson((context) => offerKeyChange(context, { what: 'node', identity: following }))
  assert.deepEqual(told, ['XB'])
  assert.deepEqual(
    (await asPerson((context) => offerKeyChange(context, { what: 'node', identity: following }))).told,
    [],
  )
  await one.dispatch()
  await other.take()
  const atOther = other.database.as.bind(null, await other.database.installer()) as typeof other.run
  assert.deepEqual((await say(one, other, { as: fresh })).said, { code: 'key_unknown' }, 'before a person looked')
  const [offered] = (await atOther(listKeyChanges)).offered
  assert.deepEqual([offered?.partner, offered?.what, offered?.verdict], ['XA', 'node', null])
  const decision = { partner: 'XA', message: offered!.message, verdict: 'taken' } as const
  await atOther((context) => decideKeyChange(context, decision))
  await assert.rejects(
    atOther((context) => decideKeyChange(context, decision)),
    { code: 'key_change_settled' },
  )
  assert.deepEqual(await asPerson((context) => partnersWithoutOurKeys(context, 'node')), ['XB'])
  await other.dispatch()
  await one.take()
  assert.deepEqual(await asPerson((context) => partnersWithoutOurKeys(context, 'node')), [])
  for (const as of [fresh, one.keys]) assert.ok('receipt' in ((await say(one, other, { as })).said as object))
  await asPerson((context) => noteKeysSwitched(context, 'node'))
  const [own] = (await asPerson(listKeyChanges)).own
  assert.deepEqual([own?.change, own?.told.map(({ answer }) => answer)], [change, ['taken']])
  assert.ok(own?.switchedAt)
})

test('a partner offers keys for itself alone', async () => {
  const strange = { ...identityOf(keysOfTest('XC')) }
  const body = { form: 'proofmark-key-change-1', change: randomUUID(), what: 'node', identity: strange }
  const message = await put(one, { partner: 'XB', kind: 'key-change', body })
  await one.dispatch()
  await other.take()
  const { came } = await fate(one, other, message)
  assert.deepEqual([came[0]?.state, came[0]?.reason], ['failed', 'effect_failed:key_change_unproven'])
})
