import type { Say } from '@proofmark/contract/messages'

/** Lines that another program may read are not turned round by the language that they stand in. */
const isolated = (text: string): string => `\u2068${text}\u2069`

export interface BundleTold {
  readonly id: string
  readonly authority: string
  readonly made: Date
  readonly exhibits: number
  readonly leftOut: readonly string[]
}

/** The page that opens a bundle: what is in it, what is not, and how to check it by other means than ours. */
export function bundleReadme({ id, authority, made, exhibits, leftOut }: BundleTold, say: Say): string {
  const paragraphs = [
    [say('custody.bundle.title', { count: exhibits })],
    [
      say('custody.bundle.made', {
        authority: isolated(authority),
        made: isolated(made.toISOString()),
        package: isolated(id),
      }),
    ],
    [say('custody.bundle.holds'), ...leftOut.map((what) => say('custody.bundle.left', { what: isolated(what) }))],
    [say('custody.bundle.hashes'), say('custody.bundle.check')],
    [say('custody.bundle.limits')],
  ]
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
