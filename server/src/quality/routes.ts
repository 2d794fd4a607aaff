import { ProofmarkError } from '@proofmark/contract/errors'
import { PURPOSES } from '@proofmark/contract/purposes'
import { ISSUE_KINDS, type IssueKind } from '@proofmark/contract/quality-words'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import { endNotice } from './commands/end-notice.ts'
import { listIssues } from './commands/list-issues.ts'
import { listSamplePairs } from './commands/list-sample-pairs.ts'
import { showQuality } from './commands/show-quality.ts'
import { sourceQuality } from './commands/source-quality.ts'
import { tellAgency } from './commands/tell-agency.ts'
import { issueLines, presentIssue, presentNotice } from './present/issue.ts'
import { presentRecording } from './present/recording.ts'
import { presentQuality, presentSampledPair } from './present/sample.ts'
import { noticesOfAgency } from './queries/notices.ts'
import { allIssues } from './runs/all-issues.ts'
import { drawSample } from './runs/draw-sample.ts'

/** Issues of one page where no other number is asked for. */
const PAGE = 50

type QualityRoute =
  | 'qualityShow'
  | 'qualityDraw'
  | 'samplePairs'
  | 'sourceQuality'
  | 'issueList'
  | 'issueTable'
  | 'qualityTell'
  | 'qualityEnd'
  | 'qualityNotices'

function kindIn({ http }: SignedInCall<'issueTable'>): IssueKind {
  const value = http.req.query('kind') ?? ''
  const kind = ISSUE_KINDS.find((each) => each === value)
  if (!kind) throw new ProofmarkError('value_not_listed', { field: 'kind', value, accepted: ISSUE_KINDS.join(', ') })
  return kind
}

/** The lines of the table. The first page is read before anything is answered: what fails, fails as an error. */
async function tableOf(call: SignedInCall<'issueTable'>): Promise<AsyncGenerator<string>> {
  if (!call.grounds) throw new ProofmarkError('purpose_needed', { accepted: PURPOSES.join(', ') })
  const issues = allIssues(call.run, { kind: kindIn(call), agency: call.http.req.query('agency') })
  const first = await issues.next()
  async function* all() {
    if (first.done) return
    yield first.value
    yield* issues
  }
  return issueLines(all())
}

export function qualityRoutes(): Pick<Handlers, QualityRoute> {
  return {
    qualityShow: async ({ run }) => ({ sample: presentQuality(await run(showQuality)) }),
    qualityDraw: async ({ body, run }) => {
      await drawSample(run, body)
      return { sample: presentQuality(await run(showQuality)) }
    },
    samplePairs: async ({ body, run }) => {
      const { pairs, next } = await run((context) => listSamplePairs(context, body))
      return { pairs: pairs.map(presentSampledPair), next }
    },
    sourceQuality: async ({ run, say, locale }) => ({
      sources: (await run(sourceQuality)).map((each) => presentRecording(each, { say, locale })),
    }),
    issueList: async ({ body, run }) => {
      const { issues, next } = await run((context) => listIssues(context, { ...body, limit: body.limit ?? PAGE }))
      return { issues: issues.map(presentIssue), next }
    },
    issueTable: async (call) => ({ file: `${kindIn(call)}.csv`, lines: await tableOf(call) }),
    qualityTell: async ({ body, run }) => ({
      notice: presentNotice(await run((context) => tellAgency(context, body))),
    }),
    qualityEnd: async ({ body, run }) => ({ notice: presentNotice(await run((context) => endNotice(context, body))) }),
    qualityNotices: async ({ run }) => ({ notices: (await run(noticesOfAgency)).map(presentNotice) }),
  }
}
