import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPool } from '@proofmark/server/store/connection'
import { type Ended, proofmark } from '@proofmark/server/testing/run-shell'
import { startServing, stopServing } from '@proofmark/server/testing/start-serving'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../../tools/browser.ts'
import { type Look, watch } from './browser.fixture.ts'

/** Somebody at a browser of their own, with a key that keeps passkeys and knows who holds it. */
export interface Somebody {
  readonly page: Page
  readonly context: BrowserContext
  /** Lets another person’s key answer as this one’s does: a passkey that its keeper copied. */
  readonly copyPasskeysTo: (other: Somebody) => Promise<void>
  readonly authenticator: Authenticator
}

interface Authenticator {
  readonly client: CDPSession
  readonly authenticatorId: string
}

/** An empty installation, served as for real, and browsers of several people. */
export interface Installation {
  readonly address: string
  /** The link of the first administrator, as the server printed it. */
  readonly link: string
  readonly somebody: (look?: Look) => Promise<Somebody>
  /** A page of somebody's, or of nobody's, as it looks in another language, theme or width. */
  readonly look: (person: Somebody | null, path: string, look: Look) => Promise<Page>
  /** The shell at the server's machine. */
  readonly shell: (...args: readonly string[]) => Promise<Ended>
  /** Lets time pass for all sessions, as the database has it. */
  readonly age: (minutes: number) => Promise<void>
  readonly trouble: readonly string[]
  readonly stop: () => Promise<void>
}

/**
 * Serves an empty installation on an empty database, at a free port of `localhost`: the one name at which passkeys work
 * without TLS.
 */
export async function openInstallation(database: string): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-installation-'))
  const env = { DATABASE_URL: database }
  const printed = /(http:\/\/localhost:\d+)\/sign-in#[\w-]{43}/
  const { child, output } = startServing(['--port', '0'], { PROOFMARK_DATA: folder, ...env }, printed)
  const [link = '', address = ''] = printed.exec(await output) ?? []
  if (link === '') throw new Error(`The installation could not be served:\n${await output}`)
  const browser = await launchBrowser()
  const trouble: string[] = []

  const open = async (look: Look, kept?: Awaited<ReturnType<BrowserContext['storageState']>>) => {
    const { locale = 'en', theme = 'light', width = 1280 } = look
    const context = await browser.newContext({
      baseURL: address,
      locale,
      colorScheme: theme,
      viewport: { width, height: 800 },
      ...(kept ? { storageState: kept } : {}),
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    watch(page, address, trouble)
    return { context, page }
  }
  return {
    address,
    link,
    trouble,
    async somebody(look = {}) {
      const { context, page } = await open(look)
      const client = await context.newCDPSession(page)
      await client.send('WebAuthn.enable')
      const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      const authenticator = { client, authenticatorId }
      const copyPasskeysTo = async ({ authenticator: other }: Somebody) => {
        const { credentials } = await client.send('WebAuthn.getCredentials', { authenticatorId })
        for (const credential of credentials)
          await other.client.send('WebAuthn.addCredential', { authenticatorId: other.authenticatorId, credential })
      }
      return { page, context, authenticator, copyPasskeysTo }
    },
    async look(person, path, look) {
      const { page } = await open(look, await person?.context.storageState())
      await page.goto(path)
      await page.locator('main h2').first().waitFor()
      return page
    },
    shell: (...args) => proofmark(folder, args, env),
    async age(minutes) {
      const pool = createPool(database, 1)
      await pool
        .query('UPDATE session SET opened_at = opened_at - make_interval(mins => $1)', [minutes])
        .finally(() => pool.end())
    },
    async stop() {
      await browser.close()
      await stopServing(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code that an authenticator app shows for a secret (RFC 6238: SHA-1, 30 s, six digits), so many steps from now. */
export function codeOf(secret: string, steps = 0): string {
  const bits = [...secret.replace(/\s/g, '')]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
