import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import pg from 'pg'
import { type MessageToSend, sendMessage } from '../exchange/commands/send-message.ts'
import { type Signed, signMessage } from '../exchange/keys/sign-message.ts'
import type { PeerCaller, PeerResponse } from '../exchange/peer/call-peer.ts'
import { MESSAGES_PATH, SIGNATURE_HEADER } from '../exchange/peer/message-route.ts'
import { hashOf } from '../exchange/rules/message.ts'
import type { TestNode } from './nodes.ts'

/** The body of a note, which any node takes. */
export const noteOf = (text: string) => ({ form: 'proofmark-note-1', text, about: null })

/** Puts a message into the outbox of a node, as its installer. */
export async function put(
  node: TestNode,
  sent: Partial<MessageToSend> & { readonly partner: string },
): Promise<string> {
  const { message } = await node.database.as(await node.database.installer(), (context) =>
    sendMessage(context, { kind: 'note', body: noteOf('hello'), ...sent }),
  )
  return message
}

/** What became of a message on either side: the states and reasons, how often the partner noted what, the effect. */
export async function fate(from: TestNode, to: TestNode, message: string) {
  const sent = await from.run(({ query }) =>
    query.selectFrom('outbox_message').selectAll().where('id', '=', message).executeTakeFirst(),
  )
  const came = await to.run(({ query }) =>
    query.selectFrom('inbox_message').selectAll().where('id', '=', message).execute(),
  )
  const noted = async (node: TestNode) => {
    const rows = await node.run(({ query }) =>
      query.selectFrom('delivery').select('reason').where('message_id', '=', message).orderBy('number').execute(),
    )
    return rows.map(({ reason }) => reason)
  }
  return { sent, came, notedBySender: await noted(from), notedByReceiver: await noted(to) }
}

interface Said extends Partial<Signed> {
  readonly body?: Buffer
  /** In place of the right one. */
  readonly signature?: string | null
  readonly as?: TestNode['keys']
}

/** Says something to a node over `from`'s connection, right but for what is stated otherwise. Answers what it said. */
export async function say(
  from: TestNode,
  to: TestNode,
  { body = Buffer.from(JSON.stringify(noteOf('said'))), signature, as = from.keys, ...signed }: Said = {},
): Promise<{
  readonly message: string
  readonly signature: string
  readonly answer: PeerResponse
  readonly said: unknown
}> {
  const now = from.services.clock()
  const message = signed.message ?? randomUUID()
  const right = await signMessage(as, body, {
    recipient: to.keys.node,
    message,
    kind: 'note' satisfies MessageKind,
    about: null,
    hash: hashOf(body).toString('hex'),
    sentAt: now.toISOString(),
    expires: new Date(now.getTime() + 600_000).toISOString(),
    ...signed,
  })
  const used = signature === undefined ? right : signature
  const answer = await from.caller.call(
    { endpoint: to.endpoint, certificates: [to.keys.fingerprint] },
    {
      path: MESSAGES_PATH,
      body,
      headers: used === null ? {} : { [SIGNATURE_HEADER]: used },
      limit: 100_000,
      patience: 20_000,
    },
  )
  return { message, signature: right, answer, said: JSON.parse(answer.body.toString()) }
}

/** The database as its owner, for what no process of ours may do. */
export function ownerOf(node: TestNode): (statement: string) => Promise<pg.QueryResult> {
  const pool = new pg.Pool({ connectionString: node.database.ownerUrl, max: 1 })
  // The database is taken away before it.
  pool.on('error', () => {})
  after(() => pool.end())
  return (statement) => pool.query(statement)
}

/** Makes every write of this kind to a table fail with a code of PostgreSQL's while `work` is done. */
export async function whileFailing<Result>(
  owner: ReturnType<typeof ownerOf>,
  { table, on, code }: { readonly table: string; readonly on: 'INSERT' | 'UPDATE'; readonly code: string },
  work: () => Promise<Result>,
): Promise<Result> {
  await owner(
    `CREATE FUNCTION fail_write() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`,
  )
  await owner(`CREATE TRIGGER fail_write BEFORE ${on} ON ${table} FOR EACH ROW EXECUTE FUNCTION fail_write()`)
  try {
    return await work()
  } finally {
    await owner(`DROP TRIGGER fail_write ON ${table}`)
    await owner('DROP FUNCTION fail_write')
  }
}

/** A caller that does the call and then loses what was answered, or what else `instead` makes of it. */
export const losing = (
  caller: PeerCaller,
  instead: (answer: PeerResponse) => PeerResponse | Promise<PeerResponse>,
): { readonly call: PeerCaller['call'] } => ({
  call: async (address, request) => instead(await caller.call(address, request)),
})
