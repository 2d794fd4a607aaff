#!/usr/bin/env node
/**
 * Checks what Proofmark hands to others, on a machine that never saw Proofmark: copy this one file and run it with Node.js
 * 20.15 or later. It imports nothing, reads only what it is given, writes nothing and asks no network.
 *   node verify.mjs package FILE.zip|FOLDER [--key KEY] [--cosigner KEY]…   an evidence package
 *   node verify.mjs bundle FILE.zip|FOLDER [--key KEY]                      chains of custody; the key of the access log
 *   node verify.mjs checkpoint FILE --key KEY [--cosigner KEY]…             who signed a checkpoint
 *   node verify.mjs inclusion CHECKPOINT PROOF.json --key KEY               an entry is in the ledger
 *   node verify.mjs consistency OLDER NEWER PROOF.json --key KEY            the newer ledger only adds to the older
 *   node verify.mjs compare ONE OTHER --key KEY [--proof PROOF.json]        were two holders shown one ledger?
 *   node verify.mjs receipt FILE --key NODEKEY [--body FILE]                a partner has received a message
 * Give the KEY that the authority gave out by a way of its own, never the one inside what is checked.
 * Ends with 0: proven; 1: something does not hold; 2: could not be checked; 3: whole, but no key from outside was given.
 */
import { createHash, createPublicKey, verify as verifyWith } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { crc32 } from 'node:zlib'

const [LARGEST, LARGEST_TEXT, MOST_FILES] = [512 * 1024 * 1024, 20 * 1024 * 1024, 5_000]
const FLAG = { type: 'string', multiple: true, default: [] }
const FLAGS = { key: FLAG, cosigner: FLAG, proof: FLAG, body: FLAG }
const NAME = /^[a-z0-9][a-z0-9._-]{0,80}(\/[a-z0-9][a-z0-9._-]{0,80})?$/

/** Something that was checked and does not hold (1), or that could not be checked (2). */
class Fault extends Error {}
const unreadable = (text) => Object.assign(new Fault(text), { code: 2 })
/** What must be so, and what is said where it is not. */
function hold(what, otherwise) {
  if (!what) throw Object.assign(new Fault(otherwise), { code: 1 })
}
let say = (_line) => {}
/** A stranger's text on one line, without characters that turn text round or move the cursor. */
const shown = (text) =>
  `${text}`.slice(0, 160).replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`)

/* Bytes, as the standards write them. */
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (bytes) => Buffer.from(bytes).toString('hex')
const same = (one, other) => Buffer.compare(one, other) === 0
function fromBase64(text, length) {
  const bytes = Buffer.from(String(text), 'base64')
  hold(bytes.toString('base64') === text, `${shown(text)} is not base64 in its one spelling.`)
  hold(length === undefined || bytes.length === length, `${shown(text)} is not ${length} bytes.`)
  return bytes
}
function textOf(bytes, what) {
  if (bytes.length > LARGEST_TEXT) throw unreadable(`${what} is larger than ${LARGEST_TEXT} bytes.`)
  const text = bytes.toString('utf8')
  hold(same(Buffer.from(text), bytes), `${what} is not UTF-8.`)
  return text
}
const jsonOf = (bytes, what) => JSON.parse(textOf(bytes, what))
/** Canonical JSON (RFC 8785): one spelling of what was said. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}
const membersOf = (value) => String(Object.keys(value ?? {}).sort())
const list = (value, what) => (Array.isArray(value) ? value : hold(false, `${what} is not a list.`))

/* Ed25519 keys (RFC 8032) and signed notes (C2SP signed-note, tlog-checkpoint, tlog-cosignature). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
function isSigned(publicKey, message, signature) {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
  return signature.length === 64 && verifyWith(null, Buffer.from(message), key, signature)
}
const [LOG, COSIGNER] = [1, 4]
function keyOf(text, type) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(String(text)) ?? []
  if (name === undefined) throw unreadable(`${shown(text)} is not a key; name+id+base64 is.`)
  const bytes = fromBase64(encoded, 33)
  if (bytes[0] !== type) throw unreadable(`${shown(text)} is not the key of a ${type === LOG ? 'ledger' : 'cosigner'}.`)
  const right = hex(sha256(`${name}\n`, bytes).subarray(0, 4)) === id
  if (!right) throw unreadable(`${shown(text)} does not have the id it states.`)
  return { name, id, publicKey: bytes.subarray(1), text: String(text) }
}

/** Opens a checkpoint that the ledger signed; lines of known cosigners must be right, and with `strict` all be known. */
function openCheckpoint(bytes, log, cosigners, what, strict = false) {
  const note = textOf(bytes, what)
  const split = note.lastIndexOf('\n\n')
  const [text, lines] = [note.slice(0, split + 1), note.slice(split + 2).split('\n')]
  hold(split >= 0 && lines.pop() === '', `${what} is not a signed note.`)
  const [origin, size, root, ...more] = text.slice(0, -1).split('\n')
  hold(more.length === 0 && /^(0|[1-9]\d{0,14})$/.test(size), `${what} is not a checkpoint.`)
  hold(origin === log.name, `${what} is of the ledger ${shown(origin)}, not of ${shown(log.name)}.`)
  const checkpoint = { origin, size: Number(size), root: fromBase64(root, 32), cosigned: [] }
  const seen = new Set()
  for (const line of lines) {
    const [dash, name, encoded, ...rest] = line.split(' ')
    const signature = fromBase64(encoded)
    const id = hex(signature.subarray(0, 4))
    const other = !seen.has(`${name}+${id}`)
    hold(dash === '—' && rest.length === 0 && other, `${what} has a line that is no signature, or one twice.`)
    seen.add(`${name}+${id}`)
    const cosigner = cosigners.find((key) => key.name === name && key.id === id)
    if (name === log.name && id === log.id) {
      hold(isSigned(log.publicKey, text, signature.subarray(4)), `${what}: the ledger's signature is wrong.`)
      checkpoint.signed = true
    } else if (cosigner) {
      const time = signature.length === 76 ? signature.readBigUInt64BE(4) : -1n
      const right = isSigned(cosigner.publicKey, `cosignature/v1\ntime ${time}\n${text}`, signature.subarray(12))
      hold(right, `${what}: the cosignature of ${shown(name)} is wrong.`)
      checkpoint.cosigned.push({ name, text: cosigner.text, at: new Date(Number(time) * 1000).toISOString() })
    } else hold(!strict, `${what} bears a line of ${shown(name)}, whose key is not known.`)
  }
  hold(checkpoint.signed, `${what} is not signed by the ledger ${shown(log.name)}.`)
  return checkpoint
}

/** The ledger's key after this one, by a note that both signed; this one where the note is of another. */
function followed(before, note) {
  const [name, what, from, to, empty, ...lines] = String(note).split('\n')
  if (what !== 'key change' || from !== before.text || name !== before.name || empty !== '') return before
  const [text, after] = [`${[name, what, from, to].join('\n')}\n`, keyOf(to, LOG)]
  const raw = lines.slice(0, 2).map((line) => fromBase64(line.split(' ')[2]))
  const by = (key) =>
    raw.some((each) => hex(each).startsWith(key.id) && isSigned(key.publicKey, text, each.subarray(4)))
  hold(by(before) && by(after) && after.name === name, 'Not both keys of the ledger signed that one follows the other.')
  return after
}

/* The Merkle tree of RFC 6962; proofs are checked as RFC 9162, 2.1.3.2 and 2.1.4.2, say. */
const leafHash = (data) => sha256(Buffer.of(0), data)
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right)
const half = (value) => Math.floor(value / 2)
const hashes = (proof, what) => Array.from(list(proof, what), (text) => fromBase64(text, 32))
function isIncluded(leaf, index, { size, root }, proof) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false
  let [node, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else hash = nodeHash(hash, sibling)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && same(hash, root)
}
function isConsistent(older, newer, proof) {
  if (older.size === newer.size) return proof.length === 0 && same(older.root, newer.root)
  if (older.size > newer.size || older.size === 0) return older.size === 0 && proof.length === 0
  let [node, last] = [older.size - 1, newer.size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  const [first, ...rest] = node === 0 ? [older.root, ...proof] : proof
  if (first === undefined) return false
  let [one, other] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      ;[one, other] = [nodeHash(sibling, one), nodeHash(sibling, other)]
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else other = nodeHash(other, sibling)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && same(one, older.root) && same(other, newer.root)
}
const MEMBERS = 'direction,hash,id,kind,message,partner,recordedAt'
/** Proves that an entry of the exchange ledger stands under the checkpoint, and gives the entry. */
function provenEntry(claim, checkpoint, what) {
  const { entry, index, proof } = claim ?? {}
  hold(membersOf(entry) === MEMBERS, `${what} is no entry of an exchange ledger.`)
  const leaf = leafHash(canonical({ format: 'proofmark exchange entry 1', ...entry }))
  hold(isIncluded(leaf, index, checkpoint, hashes(proof, what)), `${what} is not in the ledger.`)
  return entry
}

/* Receipts: a compact JWS (RFC 7515) with EdDSA over the canonical JSON of what was received. */
function openReceipt(text, keysOf, what) {
  const [head, body, signature, ...more] = text.trim().split('.')
  const bytes = (part) => {
    const raw = Buffer.from(part ?? '', 'base64url')
    hold(raw.toString('base64url') === part, `${what} is no compact JWS.`)
    return raw
  }
  hold(more.length === 0 && jsonOf(bytes(head), what)?.alg === 'EdDSA', `${what} is not signed with EdDSA.`)
  const payload = jsonOf(bytes(body), what)
  hold(payload?.form === 'proofmark-receipt-1', `${what} is no receipt.`)
  const signed = keysOf(payload.recipient).some((key) => isSigned(key, `${head}.${body}`, bytes(signature)))
  hold(signed, `${what} is not signed by ${shown(payload.recipient)}.`)
  return payload
}
function nodeKey(text) {
  const bytes = Buffer.from(String(text), 'base64url')
  if (bytes.length === 32 && bytes.toString('base64url') === text) return bytes
  throw unreadable(`${shown(text)} is not a node's key.`)
}

/* Files. An archive is taken apart in memory, and must be byte for byte what its files alone make of it. */
function readBytes(path, most = LARGEST) {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw unreadable(`${shown(path)} is no file.`)
  if (found.size > most) throw unreadable(`${shown(path)} is larger than ${most} bytes.`)
  return readFileSync(path)
}
/** Numbers as a ZIP writes them: the lowest byte first; pairs of a number and its length. */
const number = ([value, length]) => Buffer.from(Array.from({ length }, (_, at) => (value >>> (8 * at)) & 255))
const numbers = (...pairs) => Buffer.concat(pairs.map(number))
/** The one form of archive that is taken: files as they are, in order, of 1 January 1980, with nothing between them. */
function archiveOf(files) {
  const [parts, central] = [[], []]
  let at = 0
  for (const [name, bytes] of files) {
    const title = Buffer.from(name)
    const sizes = [bytes.length, 4]
    const fields = numbers([20, 2], [0, 4], [0, 2], [33, 2], [crc32(bytes), 4], sizes, sizes, [title.length, 2], [0, 2])
    parts.push(numbers([0x04034b50, 4]), fields, title, bytes)
    central.push(numbers([0x02014b50, 4], [20, 2]), fields, numbers([0, 4], [0, 4], [0, 2], [at, 4]), title)
    at += 30 + title.length + bytes.length
  }
  const [directory, count] = [Buffer.concat(central), [files.length, 2]]
  const end = numbers([0x06054b50, 4], [0, 4], count, count, [directory.length, 4], [at, 4], [0, 2])
  return Buffer.concat([...parts, directory, end])
}
function unpack(archive) {
  const files = []
  for (let at = 0; archive.length - at >= 30 && archive.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length] = [archive.readUInt32LE(at + 22), archive.readUInt16LE(at + 26)]
    const from = at + 30 + length
    files.push([archive.subarray(at + 30, from).toString('latin1'), archive.subarray(from, from + size)])
    at = from + size
    if (files.length > MOST_FILES) throw unreadable(`The archive holds more than ${MOST_FILES} files.`)
  }
  const exact = same(archiveOf(files), archive)
  hold(exact, 'The archive is not what was written. If somebody packed it anew, unpack it and check the folder.')
  return files
}
function readFolder(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => !lstatSync(join(folder, name)).isDirectory())
  if (names.length > MOST_FILES) throw unreadable(`The folder holds more than ${MOST_FILES} files.`)
  return names.map((name) => [name.replaceAll('\\', '/'), readBytes(join(folder, name))])
}
function readPackage(path) {
  const read = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ? readFolder(path) : unpack(readBytes(path))
  for (const [name] of read) hold(NAME.test(name), `${shown(name)} is no name that a package may hold.`)
  const files = new Map(read)
  hold(files.size === read.length, 'The package holds two files of one name.')
  return files
}

/* The package of a trace. */
const BESIDE = new Set(['hashes.txt', 'ledger/checkpoint.txt', 'ledger/cosigned.txt', 'ledger/proofs.json'])
const needFile = (files, name) => files.get(name) ?? hold(false, `${shown(name)} is missing.`)
function checkHashes(files) {
  const named = new Map()
  for (const line of textOf(needFile(files, 'hashes.txt'), 'hashes.txt').split('\n').slice(0, -1)) {
    const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    hold(name !== undefined && !named.has(name), 'hashes.txt has a line that is no hash, or a file twice.')
    named.set(name, hash)
  }
  for (const [name, hash] of named)
    hold(hex(sha256(needFile(files, name))) === hash, `${shown(name)} is not the file that was packed.`)
  for (const name of files.keys())
    hold(named.has(name) || BESIDE.has(name), `${shown(name)} was not packed with the others.`)
  return named.size
}
const named = (entry) => ['kind', 'direction', 'partner', 'message'].map((each) => shown(entry[each])).join(' ')
function checkMessage(message, entries, files, nodes) {
  const what = `The message ${shown(message?.message)}`
  const entry = entries.find((each) => each.id === message?.entry)
  hold(entry, `${what} has no entry in the ledger.`)
  for (const member of ['message', 'kind', 'direction', 'partner', 'hash'])
    hold(entry[member] === message[member], `${what}: the ledger says another ${member}.`)
  if (message.file !== null)
    hold(hex(sha256(needFile(files, message.file))) === entry.hash, `${what} is not the one that was exchanged.`)
  const here = message.file === null ? 'left out here' : 'its bytes are here'
  const told = `${named(entry)}: in the ledger; ${here}${entry.cosigned ? '; cosigned' : ''}`
  if (message.receipt === null) return `${told}; without a receipt.`
  const keysOf = (node) => list(nodes[node] ?? [], 'The keys of a node').map(nodeKey)
  const receipt = openReceipt(textOf(needFile(files, message.receipt), message.receipt), keysOf, `${what}: its receipt`)
  hold(receipt.message === entry.message && receipt.hash === entry.hash, `${what}: the receipt is of another.`)
  return `${told}; received by ${shown(receipt.recipient)} at ${shown(receipt.receivedAt)}.`
}
/** The last checkpoint that partners cosigned, of which the newest one is shown to be a continuation. */
function witnessedOf(files, proof, log, cosigners, checkpoint) {
  hold((proof === null) !== files.has('ledger/cosigned.txt'), 'ledger/cosigned.txt and its proof do not fit together.')
  if (proof === null) return checkpoint
  const cosigned = openCheckpoint(needFile(files, 'ledger/cosigned.txt'), log, cosigners, 'ledger/cosigned.txt', true)
  const grown = isConsistent(cosigned, checkpoint, hashes(proof, 'The proof'))
  hold(grown, 'The ledger is not the one that partners cosigned.')
  return cosigned
}
function checkPackage(path, { key, cosigner: given }) {
  const files = readPackage(path)
  say(`- ${checkHashes(files)} files are, byte for byte, those that the list of hashes names.`)
  const read = (name, form) => {
    const value = jsonOf(needFile(files, name), name)
    return value?.form === form ? value : hold(false, `${name} is not of the form ${form}.`)
  }
  const [contents, keys] = [
    read('contents.json', 'proofmark-evidence-1'),
    read('keys.json', 'proofmark-evidence-keys-1'),
  ]
  const proofs = read('ledger/proofs.json', 'proofmark-ledger-proofs-1')
  const { package: own, messages: claims } = proofs
  const members = membersOf(proofs) === 'consistency,form,messages,package'
  const whole = members && canonical(proofs) === textOf(needFile(files, 'ledger/proofs.json'), '')
  hold(whole, 'ledger/proofs.json was written anew.')
  const log = keyOf(keys.ledger, LOG)
  const changes = list(keys.changes ?? [], 'changes')
  const trusted = key.some((text) => changes.reduce(followed, keyOf(text, LOG)).text === log.text)
  hold(trusted || key.length === 0, `The ledger's key is ${shown(log.text)}, which is not the one that you gave.`)
  const cosigners = list(keys.cosigners, 'cosigners').map((text) => keyOf(text, COSIGNER))
  const checkpoint = openCheckpoint(needFile(files, 'ledger/checkpoint.txt'), log, cosigners, 'The checkpoint', true)
  for (const claim of [own, ...list(claims, 'messages')])
    hold(membersOf(claim) === 'entry,index,proof', 'ledger/proofs.json holds something else.')
  const entry = provenEntry(own, checkpoint, 'The entry of this package')
  const listed = entry.kind === 'evidence-package' && entry.hash === hex(sha256(files.get('hashes.txt')))
  hold(listed && entry.message === contents.package, 'The ledger has another list of hashes.')
  say(`- That list stands in the exchange ledger ${shown(log.name)}, written there at ${shown(entry.recordedAt)}.`)
  const witnessed = witnessedOf(files, proofs.consistency, log, cosigners, checkpoint)
  const until = witnessed.cosigned.length === 0 ? 0 : witnessed.size
  const proven = (each) => provenEntry(each, checkpoint, 'The entry of a message')
  const entries = claims.map((each) => ({ ...proven(each), cosigned: each.index < until }))
  hold(
    entries.length === list(contents.messages, 'messages').length,
    'The ledger proofs are not those of the messages.',
  )
  for (const message of contents.messages) say(`- ${checkMessage(message, entries, files, keys.nodes ?? {})}`)
  const held = entries.filter(({ cosigned }) => cosigned).length
  for (const { name, at, text } of witnessed.cosigned) {
    const whose = given.includes(text) ? 'the key that you gave' : 'a key that came in the package'
    const called = keys.witnesses?.[name] === undefined ? '' : ` (here called ${shown(keys.witnesses[name])})`
    const what = `cosigned the ledger, ${held} of these messages in it, at ${at} by its clock`
    say(`- ${shown(name)}${called} ${what}, with ${whose}.`)
  }
  if (witnessed.cosigned.length === 0) say('- No partner cosigned the ledger: its keeper alone vouches for it.')
  for (const left of list(contents.leftOut, 'leftOut'))
    say(`- Left out: ${shown(left?.what)} (${shown(left?.handling)}): ${shown(left?.why)}`)
  say('Not proven: that what the documents say is true, who the people named are, and that nothing else was exchanged.')
  if (trusted) return 0
  say('The keys came with the package. Ask the authority for its key by another way, and check again with --key.')
  return 3
}

/* Passkeys (WebAuthn Level 3): a COSE key (RFC 9052), and its signature over a hash of ours as the challenge. */
function fromUrl(text, what) {
  const bytes = Buffer.from(String(text), 'base64url')
  hold(bytes.toString('base64url') === text, `${what} is not base64url in its one spelling.`)
  return bytes
}
/** The members of a COSE key: whole numbers to whole numbers, texts of bytes or of characters (RFC 8949). */
function coseKey(bytes, what) {
  let at = 0
  const head = () => {
    const first = bytes[at++]
    const [kind, short] = [first >> 5, first & 31]
    const length = { 24: 1, 25: 2, 26: 4 }[short] ?? 0
    const value = length === 0 ? short : bytes.readUIntBE(at, length)
    at += length
    return [kind, value]
  }
  const item = () => {
    const [kind, value] = head()
    if (kind < 2) return kind === 0 ? value : -1 - value
    hold(kind === 2 || kind === 3, `${what} is no COSE key.`)
    at += value
    return bytes.subarray(at - value, at)
  }
  const [kind, count] = head()
  hold(kind === 5 && count < 20, `${what} is no COSE key.`)
  const members = new Map(Array.from({ length: count }, () => [item(), item()]))
  hold(at === bytes.length, `${what} is longer than a COSE key.`)
  return members
}
function passkeyOf(text, what) {
  const members = coseKey(fromUrl(text, what), what)
  const url = (name) => Buffer.from(members.get(name) ?? '').toString('base64url')
  const curves = { 2: 'P-256', 1: 'Ed25519' }
  const kind = members.get(1)
  const jwk =
    kind === 3
      ? { kty: 'RSA', n: url(-1), e: url(-2) }
      : { kty: kind === 2 ? 'EC' : 'OKP', crv: curves[kind], x: url(-2), ...(kind === 2 ? { y: url(-3) } : {}) }
  return [kind === 1 ? null : 'sha256', createPublicKey({ key: jwk, format: 'jwk' })]
}
function checkSignature(signed, hash, what) {
  const [client, data] = [fromUrl(signed.clientDataJSON, what), fromUrl(signed.authenticatorData, what)]
  const said = jsonOf(client, what)
  const ours = said.type === 'webauthn.get' && said.challenge === Buffer.from(hash, 'hex').toString('base64url')
  hold(ours && said.origin === signed.origin, `${what}: the passkey signed something else.`)
  // The person was there (1) and was verified by the device (4).
  const there = same(data.subarray(0, 32), sha256(String(signed.host))) && (data[32] & 5) === 5
  hold(there, `${what}: the passkey does not say that its holder was there.`)
  const [digest, key] = passkeyOf(signed.publicKey, what)
  const right = verifyWith(digest, Buffer.concat([data, sha256(client)]), key, fromUrl(signed.signature, what))
  hold(right, `${what}: the signature of the passkey is wrong.`)
}

/* A bundle of chains of custody. */
const HEAD = 'action,actor,agency,bodyCommitment,id,outcome,purpose,recordedAt,subjects'
const committed = (salt, content) =>
  hex(sha256('proofmark body commitment 1\n', fromBase64(salt, 32), canonical(content)))
/** Proves that an entry of the access log stands under the checkpoint and says what is shown of it, and gives both. */
function provenAccess(claim, checkpoint, what) {
  hold(membersOf(claim) === 'body,head,index,proof,salt', `${what} is no entry of an access log.`)
  const { head, body, salt, index, proof } = claim
  hold(membersOf(head) === HEAD, `${what} is no entry of an access log.`)
  const leaf = leafHash(canonical({ format: 'proofmark audit entry 1', ...head }))
  hold(isIncluded(leaf, index, checkpoint, hashes(proof, what)), `${what} is not in the access log.`)
  if (body === null) hold(salt === null, `${what} was erased, and yet has a salt.`)
  else hold(committed(salt, body) === head.bodyCommitment, `${what}: the access log holds another body.`)
  return { head, body }
}
/** What was said: its hash, its entry of the log, and the passkey that signed it, if one did. */
function checkSaid({ statement, hash, signature, entry: id }, entries, what) {
  hold(hex(sha256(canonical(statement))) === hash, `${what} does not have the hash that it states.`)
  const entry = entries.get(id)
  hold(entry?.head.action.startsWith('custody.'), `${what} has no entry in the access log.`)
  entries.delete(id)
  const written = entry.body === null || (entry.body.hash === hash && entry.body.event === statement.event)
  hold(written, `${what}: the access log holds another hash.`)
  if (signature !== null) checkSignature(signature, hash, what)
  const at = entry.body === null ? `${entry.head.recordedAt}, since erased` : entry.head.recordedAt
  return `written down at ${at}${signature === null ? '' : ', signed with a passkey'}`
}
function gradeOf({ statement: { told, witnessed, scan }, signature, answer }) {
  if (told === 'paper') return witnessed && scan !== null ? 'paper_witnessed' : 'one_sided'
  const alone = told === 'begin' || told === 'keeper'
  if (!alone && answer?.statement.verdict !== 'accepted') return 'one_sided'
  return signature !== null && (alone || answer.signature !== null) ? 'passkeys' : 'sessions'
}
/** What anybody sees without our rules: a seal that does not go on, and what one side alone said. */
function plainBreaks({ statement, answer }, seal, grade) {
  const { told, number, sealIn, sealOut, resealed } = statement
  const found = grade === 'one_sided' ? [told === 'giver' ? 'not_accepted' : 'one_sided'] : []
  const compare = (before, after) => before !== after && found.push(after === null ? 'seal_missing' : 'seal_changed')
  if (number > 1) compare(seal, sealIn)
  if (number > 1 && resealed === null) compare(sealIn, sealOut)
  if (told === 'giver' && answer?.statement.verdict === 'accepted') compare(sealOut, answer.statement.seal)
  return found
}
function checkChain(chain, entries) {
  hold(chain?.form === 'proofmark-custody-chain-1', 'A file of data/ is no chain of custody.')
  say(`- Exhibit ${shown(chain.exhibit)}, ${shown(chain.kind)}, of ${shown(chain.agency?.name)}:`)
  let [previous, seal, place] = [null, null, 0]
  for (const event of list(chain.events, 'events')) {
    const { statement, outside, answer } = event
    const what = `Event ${++place} of ${shown(chain.exhibit)}`
    const linked = statement.number === place && statement.previous === previous && statement.exhibit === chain.exhibit
    hold(linked && statement.form === 'proofmark-custody-event-1', `${what} does not follow the one before it.`)
    const told = checkSaid(event, entries, what)
    if (outside !== null) {
      const right = statement.outside !== null && committed(outside.salt, outside.names) === statement.outside
      hold(right, `${what} is not about the persons outside who are named.`)
    }
    let answered = ''
    if (answer !== null) {
      const right = answer.statement.form === 'proofmark-custody-answer-1' && answer.statement.hash === event.hash
      hold(right, `The answer to ${what} is to something else.`)
      answered = `; ${shown(answer.statement.verdict)}, ${checkSaid(answer, entries, `The answer to ${what}`)}`
    }
    hold(gradeOf(event) === event.grade, `${what} has another grade than it states.`)
    const named = list(chain.breaks, 'breaks').filter((each) => each.number === place)
    for (const code of plainBreaks(event, seal, event.grade))
      hold(
        named.some((each) => each.code === code),
        `${what} breaks the chain (${code}), and is not named.`,
      )
    const codes = named.map(({ code, explanations }) => `${shown(code)}${explanations?.length ? ', explained' : ''}`)
    say(
      `  ${place} ${shown(statement.purpose)} (${shown(event.grade)}), ${told}${answered}${codes.length ? `; BREAK: ${codes.join(', ')}` : ''}.`,
    )
    const taken = statement.told === 'giver'
    if (!taken || answer?.statement.verdict === 'accepted') seal = taken ? answer.statement.seal : statement.sealOut
    previous = event.hash
  }
  hold(place > 0 && chain.unbroken === (chain.breaks.length === 0), 'A chain is said to be unbroken and is not.')
}
function checkBundle(path, { key }) {
  const files = readPackage(path)
  say(`- ${checkHashes(files)} files are, byte for byte, those that the list of hashes names.`)
  const read = (name) => jsonOf(needFile(files, name), name)
  const [contents, keys, proofs] = [read('contents.json'), read('keys.json'), read('ledger/proofs.json')]
  hold(contents?.form === 'proofmark-custody-bundle-1', 'This is no bundle of custody.')
  hold(keys?.form === 'proofmark-custody-keys-1', 'keys.json holds no keys.')
  const whole =
    proofs?.form === 'proofmark-access-proofs-1' &&
    membersOf(proofs) === 'events,form,package' &&
    canonical(proofs) === textOf(needFile(files, 'ledger/proofs.json'), '')
  hold(whole && !files.has('ledger/cosigned.txt'), 'ledger/ was written anew.')
  const log = keyOf(keys.ledger, LOG)
  const trusted = key.some((text) => keyOf(text, LOG).text === log.text)
  hold(trusted || key.length === 0, `The log's key is ${shown(log.text)}, which is not the one that you gave.`)
  const checkpoint = openCheckpoint(needFile(files, 'ledger/checkpoint.txt'), log, [], 'The checkpoint', true)
  const { head, body } = provenAccess(proofs.package, checkpoint, 'The entry of this bundle')
  const listed = head.action === 'custody.bundle_made' && body?.hash === hex(sha256(files.get('hashes.txt')))
  hold(listed && body.package === contents.package, 'The access log has another list of hashes.')
  say(`- That list stands in the access log ${shown(log.name)}, written there at ${shown(head.recordedAt)}.`)
  const claims = list(proofs.events, 'events').map((each) => provenAccess(each, checkpoint, 'The entry of an event'))
  const entries = new Map(claims.map((each) => [each.head.id, each]))
  for (const { exhibit, data, document } of list(contents.exhibits, 'exhibits')) {
    needFile(files, document)
    const chain = read(data)
    hold(chain.exhibit === exhibit, 'A chain is of another exhibit.')
    checkChain(chain, entries)
  }
  hold(entries.size === 0, 'The proofs are of more than the events.')
  for (const { sha256: hash, file, copy, copySha256 } of list(contents.files, 'files')) {
    if (copy !== undefined) {
      hold(hex(sha256(needFile(files, copy))) === copySha256, `${shown(copy)} is not the working copy of that name.`)
      say(`- Of the photograph ${shown(hash)} a working copy, written anew from its pixels; the original is kept.`)
    } else if (file === null) say(`- Left out: the file ${shown(hash)}.`)
    if (file !== null) hold(hex(sha256(needFile(files, file))) === hash, `${shown(file)} is not the file of that name.`)
  }
  say(
    'Not proven: that what was said is true, that a passkey is whose it is said to be, and that nothing was kept silent.',
  )
  if (trusted) return 0
  say('The key came with the bundle. Ask the authority for its key by another way, and check again with --key.')
  return 3
}

function run([command, ...args]) {
  const { values: options, positionals: words } = parseArgs({ args, allowPositionals: true, options: FLAGS })
  if ((command === 'package' || command === 'bundle') && !words[0])
    throw unreadable(`Name what is to be checked: node verify.mjs ${command} FILE.zip|FOLDER [--key KEY]`)
  if (command === 'package') return checkPackage(words[0], options)
  if (command === 'bundle') return checkBundle(words[0], options)
  const bytes = (at) => readBytes(words[at] ?? '', LARGEST_TEXT)
  const key = () => options.key[0] ?? ''
  const cosigners = options.cosigner.map((text) => keyOf(text, COSIGNER))
  const open = (at) => openCheckpoint(bytes(at), keyOf(key(), LOG), cosigners, shown(words[at]))
  const proofIn = (name) => hashes(jsonOf(readBytes(name ?? '', LARGEST_TEXT), shown(name)), shown(name))
  if (command === 'checkpoint') {
    const { origin, size, root, cosigned } = open(0)
    say(`The ledger ${shown(origin)} signed that it has ${size} entries, with the root ${hex(root)}.`)
    for (const { name, at } of cosigned) say(`${shown(name)} cosigned it at ${at} by its own clock.`)
    const absent = cosigners.find(({ text }) => !cosigned.some((each) => each.text === text))
    hold(!absent, `${shown(absent?.text)} has not cosigned it.`)
    say('Not proven: that nobody was shown another ledger of this name. Compare with what somebody else holds.')
  } else if (command === 'inclusion') {
    const entry = provenEntry(jsonOf(bytes(1)), open(0), shown(words[1]))
    say(`The ledger holds, since ${shown(entry.recordedAt)}: ${named(entry)}, SHA-256 ${shown(entry.hash)}.`)
  } else if (command === 'consistency') {
    const grown = isConsistent(open(0), open(1), proofIn(words[2]))
    hold(grown, 'This proof does not lead from the older to the newer ledger.')
    say('The newer ledger holds all entries of the older one, in their order, and more after them at most.')
  } else if (command === 'compare') {
    const [older, newer] = [open(0), open(1)].sort((left, right) => left.size - right.size)
    const split = older.size === newer.size && !same(older.root, newer.root)
    hold(!split, 'Two histories: the ledger signed two roots for one size. Keep both files; they prove it to anybody.')
    if (older.size !== newer.size && options.proof.length === 0)
      throw unreadable('The sizes differ, and two checkpoints alone say nothing then: ask the ledger for a --proof.')
    const grown = older.size === newer.size || isConsistent(older, newer, proofIn(options.proof[0]))
    hold(grown, 'The proof does not lead from one to the other. Ask for another; a ledger that has none was rewritten.')
    say(older.size === newer.size ? 'Both were shown the same ledger.' : 'The larger only adds to the smaller.')
  } else if (command === 'receipt') {
    const receipt = openReceipt(textOf(bytes(0)), () => [nodeKey(key())], shown(words[0]))
    const [body] = options.body
    const right = body === undefined || hex(sha256(readBytes(body))) === receipt.hash
    hold(right, 'The receipt is of other bytes than this file.')
    const [by, of, message, at] = ['recipient', 'sender', 'message', 'receivedAt'].map((each) => shown(receipt[each]))
    say(`${by} received ${message} of ${of} at ${at} by its own clock, with SHA-256 ${shown(receipt.hash)}.`)
    if (body === undefined) say('Not proven: what the message said. Give its bytes with --body.')
  } else
    throw unreadable(
      'package, bundle, checkpoint, inclusion, consistency, compare or receipt: see the head of this file.',
    )
  return 0
}

/** Checks what the words ask for, says what was found line by line, and gives the exit code. */
export function check(words, sayLine) {
  say = sayLine
  try {
    const code = run(words)
    say(code === 0 ? 'PROVEN, as far as said above.' : 'WHOLE, NOT PROVEN.')
    return code
  } catch (failure) {
    const { message, code } =
      failure instanceof Fault ? failure : unreadable('What was given is of no form known here.')
    say(message)
    say(code === 1 ? 'DOES NOT HOLD.' : 'COULD NOT BE CHECKED.')
    return code
  }
}
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = check(process.argv.slice(2), (text) => process.stdout.write(`${text}\n`))
