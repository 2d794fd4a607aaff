import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../access/context.ts'
import { needAgency } from '../access/policy/agency.ts'
import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { saveProfile } from './commands/save-profile.ts'
import { openTable } from './files/open-table.ts'
import { presentForm, presentVersion } from './present/profile.ts'
import { findProfile, listProfiles } from './queries/find-profile.ts'
import { getSource, type KnownSource } from './queries/find-source.ts'
import { proposeProfile } from './rules/propose-profile.ts'
import { saidForm } from './rules/said-form.ts'

/** Rows that a proposal is checked against. */
const SAMPLE_ROWS = 200
/** Rows that it is shown beside. */
const SHOWN_ROWS = 3

async function ownSource(context: Context, name: string): Promise<KnownSource> {
  const source = await getSource(context, name)
  needAgency(context.reader, source.agency)
  return source
}

export function profileRoutes(
  _: HttpServices,
): Pick<Handlers, 'profileList' | 'profileShow' | 'profileSave' | 'profilePropose'> {
  return {
    profileList: async ({ http, run }) => ({
      profiles: await run(async (context) => {
        const { id } = await ownSource(context, http.req.param('source') ?? '')
        return (await listProfiles(context, id)).map(presentVersion)
      }),
    }),
    profileShow: async ({ http, run }) => {
      const name = http.req.param('source') ?? ''
      const text = http.req.query('version')
      if (text !== undefined && !/^\d{1,9}$/.test(text))
        throw new ProofmarkError('body_invalid', { field: 'version', expected: 'number' })
      const version = text === undefined ? undefined : Number(text)
      const found = await run(async (context) => findProfile(context, (await ownSource(context, name)).id, version))
      if (!found) throw new ProofmarkError('not_found', { what: name })
      return { ...presentVersion(found), profile: found.profile }
    },
    profileSave: async ({ http, body, run }) => {
      const source = http.req.param('source') ?? ''
      return { version: await run((context) => saveProfile(context, { source, profile: body.profile })) }
    },
    profilePropose: async ({ http, run }) => {
      const { source, asked } = await run(async (context) => {
        const found = await ownSource(context, http.req.param('source') ?? '')
        const kept = (await findProfile(context, found.id, undefined))?.profile.file
        return { source: found, asked: saidForm(kept, (name) => http.req.query(name)) }
      })
      const file = (http.req.query('file') ?? 'upload.csv').slice(0, 200)
      const content = (http.req.raw.body ?? new ReadableStream()) as AsyncIterable<Uint8Array>
      const table = await openTable(file, content, asked)
      try {
        const sample: Readonly<Record<string, string>>[] = []
        for await (const { cells } of table.rows) {
          sample.push(cells)
          if (sample.length === SAMPLE_ROWS) break
        }
        const { profile, unused } = proposeProfile(table.headings, sample, source.kind)
        return {
          // A file is read as the source's files are; whoever saves the proposal keeps that.
          profile: { ...profile, ...(asked ? { file: asked } : {}) },
          unused,
          form: presentForm(table.form),
          headings: [...table.headings],
          sample: sample.slice(0, SHOWN_ROWS).map((cells) => ({ ...cells })),
        }
      } finally {
        await table.close()
      }
    },
  }
}
