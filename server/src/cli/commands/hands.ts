import { createDaySpan } from '@proofmark/contract/day-span'
import { askGraph } from '../../cases/commands/ask-graph.ts'
import { presentFindings } from '../../cases/present/paths.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { matchHere } from '../match-here.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

/** `proofmark hands SOURCE KEY [--agency A] [--json]`: through whose hands the firearm of a record passed, in the order of days. */
export async function handsCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, { ...COMMON, agency: { type: 'string' } })
  const [source, key] = [needed(words[0], 'SOURCE'), needed(words[1], 'KEY')]
  await withShell(flags, async (shell) => {
    const { run, say } = shell
    const span = createDaySpan(shell.settings.locale)
    await matchHere(shell)
    const answered = await run(async (context) => {
      const record = await recordNamed(context, source, key, flags.agency)
      const node = `record:${record}`
      const asked = { question: 'hands_in_order', relevance: true, protectedPersons: false } as const
      return asTyped(new Map([[node, `${source} ${key}`]]), () => askGraph(context, { ...asked, nodes: [node] }))
    })
    const { findings, definition, graph } = presentFindings('hands_in_order', answered, say)
    if (flags.json) {
      printJson({
        hands: findings.map(({ message, nodes, records, paths, fromDay, toDay, order }) => ({
          ...{ fromDay, toDay, order, says: say(message), node: nodes[0] },
          records: [...records, ...paths.flatMap(({ steps }) => steps.flatMap((step) => step.records))],
        })),
      })
      return
    }
    print(definition)
    const labels = new Map(graph.nodes.map(({ node, label }) => [node, label]))
    for (const { message, nodes, fromDay, toDay, order } of findings) {
      const days = span({ from: fromDay, to: toDay }) ?? say('connect.day_unknown')
      const settled = order === 'unsettled' ? say('connect.order.unsettled') : ''
      print([days, say(message), labels.get(nodes[0]!) ?? nodes[0]!, settled].map(oneLine).join('\t'))
    }
  })
}
