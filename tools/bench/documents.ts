import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { DocumentLanguage } from '../../contract/src/locales.ts'
import { penFor } from '../../server/src/paper/pen.ts'
import { typefacesCover } from '../../server/src/paper/typeset/typefaces.ts'
import { STANDARD } from '../../server/src/paper/typeset/typesetter.ts'
import { startTypst, type TypesettingJob } from '../../server/src/paper/typeset/typst.ts'
import type { Leaving } from '../../server/src/tracing/documents/dossier.ts'
import { aReply, aRequest } from '../../server/src/tracing/documents/messages.fixture.ts'
import { layOut } from '../../server/src/tracing/documents/print/lay-out.ts'
import { dataOf, printDossier } from '../../server/src/tracing/documents/trace-document.ts'
import { type Measure, measure } from './measure.ts'

const LANGUAGES: readonly DocumentLanguage[] = ['en', 'fr', 'es', 'ar']
const ROUNDS = 12
const IN_ROUND = 20
const WARM_UP = 1
const languageOf = (each: number): DocumentLanguage => LANGUAGES[each % LANGUAGES.length]!

/** A request or a reply that no other round prints, so that nothing is found ready. */
function dossierOf(number: number): Leaving {
  const { requester } = aRequest()
  const request = aRequest({
    requester: { ...requester, reference: `XA-TR-2026/${number}` },
    legalJustification: `Case ${number} of the bench: possession without a licence.`,
  })
  return { request, reply: number % 2 === 0 ? null : aReply({ reasonText: `Reply ${number}.` }), earlier: [] }
}

/** The sheets of a round as Typst alone gets them. */
const jobsOf = (dossiers: readonly Leaving[]) =>
  dossiers.map((leaving, each) => ({
    sheet: JSON.stringify(layOut(penFor(languageOf(each), typefacesCover), leaving, 'data.json', '0'.repeat(64))),
    file: 'data.json',
    attached: dataOf(leaving),
    standard: STANDARD,
  }))

/**
 * Documents a second from the message to the bytes of the PDF, beside Typst alone on sheets of the same kind: a round of
 * each in turn, neither always first, as other work on the machine comes and goes.
 */
export async function benchDocuments(): Promise<Measure[]> {
  const typst = startTypst()
  const seconds = { whole: 0, alone: 0 }
  let pause = 0
  const whole = async (dossiers: readonly Leaving[]) => {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    for (const [each, leaving] of dossiers.entries()) await printDossier(leaving, languageOf(each))
    delay.disable()
    pause = Math.max(pause, delay.max / 1_000_000)
  }
  const alone = async (_: readonly Leaving[], jobs: readonly TypesettingJob[]) => {
    for (const job of jobs) if ('fault' in typst(job)) throw new Error('Typst alone sets no such document.')
  }
  const timed = async (way: keyof typeof seconds, round: number) => {
    const first = (2 * round + (way === 'whole' ? 0 : 1)) * IN_ROUND
    const dossiers = Array.from({ length: IN_ROUND }, (_, each) => dossierOf(first + each))
    const jobs = jobsOf(dossiers)
    const began = performance.now()
    await (way === 'whole' ? whole : alone)(dossiers, jobs)
    if (round >= WARM_UP) seconds[way] += (performance.now() - began) / 1000
    else pause = 0
  }
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const ways = ['whole', 'alone'] as const
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) await timed(way, round)
  }
  const documents = ROUNDS * IN_ROUND
  return [
    measure({
      name: 'documents: PDF/A from the message, in four languages',
      value: documents / seconds.whole,
      unit: 'a second',
      baseline: { name: 'Typst alone', value: documents / seconds.alone },
      target: { atLeast: 0.8 },
    }),
    measure({ name: 'documents: longest pause of the serving thread meanwhile', value: pause, unit: 'ms' }),
  ]
}
