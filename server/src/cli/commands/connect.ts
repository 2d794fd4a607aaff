import { createDaySpan } from '@proofmark/contract/day-span'
import { graphConnectRequest } from '@proofmark/contract/schemas/graph'
import { connectNodes } from '../../cases/commands/connect-nodes.ts'
import { presentPaths } from '../../cases/present/paths.ts'
import { caseNamed } from '../../cases/queries/case-named.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { inOptions } from '../in-options.ts'
import { matchHere } from '../match-here.ts'
import { nodeTyped } from '../node-typed.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { typed } from '../typed.ts'

const CONNECT_WORDS = {
  ...{
    from: 'A',
    to: 'B',
    within: '--within',
    most: '--most',
    longest: '--longest',
    places: '--places',
    named: '--named',
  },
  ...{ inOrder: '--in-order', purpose: '--purpose', as: '--as', 'grounds.reference': '--reference' },
}

/**
 * `proofmark connect A B [--within CASE] [--most N] [--longest N] [--places] [--named CASE] [--in-order] [--json]`: the short paths between two
 * nodes, the best evidenced first; `--within`: of what was given to a case or said in it alone; `--places`: over stated places too;
 * `--named`: over those whom the records of both name, on the ground of this case, each record an entry of the log;
 * `--in-order`: only those whose days do not go back from A to B, each step with its days.
 */
export async function connectCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, {
    ...COMMON,
    most: { type: 'string' },
    longest: { type: 'string' },
    within: { type: 'string' },
    places: { type: 'boolean' },
    named: { type: 'string' },
    'in-order': { type: 'boolean' },
  })
  const [one, other] = [needed(words[0], 'A'), needed(words[1], 'B')]
  const numbers = Object.fromEntries(
    (['most', 'longest'] as const).flatMap((name) => (flags[name] === undefined ? [] : [[name, Number(flags[name])]])),
  )
  await inOptions(CONNECT_WORDS, () =>
    withShell(flags, async (shell) => {
      const { run, say } = shell
      const span = createDaySpan(shell.settings.locale)
      await matchHere(shell)
      const shown = await run(async (context) => {
        const [from, to] = [await nodeTyped(context, one, 'A'), await nodeTyped(context, other, 'B')]
        const within = flags.within === undefined ? null : (await caseNamed(context, flags.within)).id
        const named = flags.named === undefined ? undefined : (await caseNamed(context, flags.named)).id
        const wanted = typed(graphConnectRequest, {
          from,
          to,
          within,
          places: flags.places ?? false,
          ...(named === undefined ? {} : { named: { case: named } }),
          inOrder: flags['in-order'] ?? false,
          ...numbers,
          grounds: shell.grounds,
        })
        const words = new Map([
          [from, one],
          [to, other],
        ])
        return presentPaths(await asTyped(words, () => connectNodes(context, wanted)))
      })
      if (flags.json) {
        printJson({ paths: shown.paths })
        return
      }
      const labels = new Map(shown.graph.nodes.map(({ node, label }) => [node, label ?? node]))
      const called = (node: string) => oneLine(labels.get(node) ?? node)
      // Two records of one firearm are one node, which no path leads from to itself.
      const [only, more] = shown.graph.nodes
      if (only && !more) print(say('connect.same', { label: called(only.node) }))
      else if (shown.paths.length === 0) print(say(flags['in-order'] ? 'connect.no_path_in_order' : 'connect.no_path'))
      else if (flags['in-order']) print(say('connect.definition.in_order'))
      for (const { steps, weight } of shown.paths) {
        print(say('connect.path', { weight: weight.toFixed(3) }))
        for (const { from, to, relation, forward, kind, fromDay, toDay } of steps) {
          const said = say(`connect.relation.${relation}`)
          const word = forward ? said : `← ${said}`
          const days = span({ from: fromDay, to: toDay }) ?? say('connect.day_unknown')
          print(
            [
              ...['', called(from), word, called(to), say(`connect.standing.${kind}`)],
              ...(flags['in-order'] ? [days] : []),
            ].join('\t'),
          )
        }
      }
      for (const { count, node, label } of shown.graph.leftOut.filter(({ reason }) => reason === 'common_value'))
        print(say('connect.left_out', { count, name: oneLine(label ?? node ?? '') }))
    }),
  )
}
