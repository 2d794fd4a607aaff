import { graphAskRequest } from '@proofmark/contract/schemas/graph'
import type { SupplyRecord } from '@proofmark/contract/schemas/graph-supply'
import { askGraph } from '../../cases/commands/ask-graph.ts'
import { presentFindings } from '../../cases/present/paths.ts'
import { caseNamed } from '../../cases/queries/case-named.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { inOptions } from '../in-options.ts'
import { matchHere } from '../match-here.ts'
import { nodeTyped } from '../node-typed.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { typed } from '../typed.ts'

const WORDS = {
  ...{ nodes: 'NODE', within: '--within', purpose: '--purpose', as: '--as', 'grounds.reference': '--reference' },
}

const stated = ({ source, key, version, agency, document, place, importer, business }: SupplyRecord): string =>
  ['', '', source, key, version, agency, document ?? '', place ?? '', importer ?? business ?? '']
    .map(oneLine)
    .join('\t')

/**
 * `proofmark suppliers NODE… [--within CASE] [--json]`: who supplied these, by what people said and by what records of supply say
 * of the firearms that they or theirs had. Under each finding its records: source, key, version, keeper, document, place,
 * importer or business.
 */
export async function suppliersCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, within: { type: 'string' } })
  needed(words[0], 'NODE')
  await inOptions(WORDS, () =>
    withShell(flags, async (shell) => {
      const { run, say } = shell
      await matchHere(shell)
      const answered = await run(async (context) => {
        const nodes: string[] = []
        for (const word of words) nodes.push(await nodeTyped(context, word, 'NODE'))
        const within = flags.within === undefined ? null : (await caseNamed(context, flags.within)).id
        const { grounds: _, ...wanted } = typed(graphAskRequest, {
          ...{ question: 'who_supplied', nodes, within, grounds: shell.grounds },
        })
        return asTyped(new Map(nodes.map((node, at) => [node, words[at]!])), () => askGraph(context, wanted))
      })
      const { findings, definition, graph } = presentFindings('who_supplied', answered, say)
      const labels = new Map(graph.nodes.map(({ node, label }) => [node, label ?? node]))
      const called = (node: string) => labels.get(node) ?? node
      if (flags.json) {
        printJson({
          findings: findings.map(({ message, values, nodes, paths, supply, evidence }) => ({
            ...{ says: say(message, values), nodes, supply, evidence },
            paths: paths.map(({ steps }) => steps),
          })),
        })
        return
      }
      print(definition)
      for (const { message, values, nodes, supply, evidence } of findings) {
        const standing = supply && supply.kind !== 'none' ? say(`connect.standing.${supply.standing}`) : ''
        const of = supply ? [called(supply.firearm)] : nodes.map(called)
        print([of.join(', '), say(message, values), standing].map(oneLine).join('\t'))
        for (const each of evidence) print([stated(each), say(`connect.supply.joined.${each.joined}`)].join('\t'))
      }
    }),
  )
}
