import type { LeftOut } from '@proofmark/contract/schemas/graph'
import type { ReactNode } from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { NO_FILTERS, narrow, showAgain, unfoldAll } from '../state/arrangement.ts'
import { MOST_KEPT } from '../state/saved.ts'
import { usePrinting } from '../usePrinting.ts'
import type { Words } from '../useTexts.ts'
import { Protected } from './Protected.tsx'
import styles from './Toolbar.module.css'

/** Of more than so many, a screen has no room for all names. */
const MANY = 150

interface AwayProps {
  readonly desk: GraphDesk
  readonly words: Words
}

/** What is known and not in the picture, and what the server left out, each with its reason and the way to have it back. */
export function Away({ desk, words }: AwayProps) {
  const { say, figures } = useLanguage()
  const { arrangement, change } = desk
  const { filtered, hidden, folded } = desk.shown.away
  const told = (id: string, count: number) => say(id, { count, figure: figures.count(count) })
  const { relevance } = arrangement.filters
  const { length: drawn } = desk.shown.nodes
  return (
    <div className={styles.away}>
      {drawn > MANY && <p>{say('graph.page.many', { figure: figures.count(drawn) })}</p>}
      {arrangement.spots.size > MOST_KEPT && (
        <p>
          {say('graph.page.too_many', {
            most: figures.count(MOST_KEPT),
            figure: figures.count(arrangement.spots.size),
          })}
        </p>
      )}
      {filtered > 0 && (
        <p>
          {told('graph.page.away.filtered', filtered)}{' '}
          <Button weight="word" onClick={() => change(narrow(arrangement, { ...NO_FILTERS, relevance }))}>
            {say('graph.page.filter.none')}
          </Button>
        </p>
      )}
      {folded > 0 && (
        <p>
          {told('graph.page.away.folded', folded)}{' '}
          <Button weight="word" onClick={() => change(unfoldAll(arrangement))}>
            {say('graph.page.unfold_all')}
          </Button>
        </p>
      )}
      {hidden > 0 && (
        <p>
          {told('graph.page.away.hidden', hidden)}{' '}
          <Button weight="word" onClick={() => change(showAgain(arrangement, [...arrangement.hidden]))}>
            {say('graph.page.show_again')}
          </Button>
        </p>
      )}
      {desk.known.leftOut.length > 0 && (
        <Folded summary={told('graph.page.left_out', desk.known.leftOut.length)}>
          <ul>
            {desk.known.leftOut.map((each) => (
              <LeftOutLine key={`${each.reason} ${each.node}`} each={each} desk={desk} words={words} />
            ))}
          </ul>
        </Folded>
      )}
    </div>
  )
}

/** To be opened on the screen; nobody opens anything on paper. */
function Folded({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  const printing = usePrinting()
  if (printing)
    return (
      <>
        <p>{summary}</p>
        {children}
      </>
    )
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

function LeftOutLine({ each, desk, words }: AwayProps & { readonly each: LeftOut }) {
  const { say, figures } = useLanguage()
  const { reason, node, label, count } = each
  const name = node === null ? null : words.leftOut(node, label)
  return (
    <li>
      {name !== null && (
        <>
          <bdi>{name}</bdi>
          {figures.comma}
        </>
      )}
      {count === null
        ? say('graph.left_out.neighbours_of_somebody')
        : say(`graph.left_out.${reason}`, { count, figure: figures.count(count) })}{' '}
      <WayBack each={each} desk={desk} name={name} />
    </li>
  )
}

/** How what was left out is brought back, where it can be. */
function WayBack({ each: { reason, node }, desk, name }: Omit<AwayProps, 'words'> & WayBackProps): ReactNode {
  const { say } = useLanguage()
  const button = (onClick: () => void) => (
    <Button weight="word" onClick={onClick}>
      {say(`graph.page.bring.${reason}`)}
      {name !== null && <span className="unseen"> {name}</span>}
    </Button>
  )
  switch (reason) {
    case 'common_value':
      return node === null ? button(() => desk.setRelevance(false)) : button(() => desk.bringBack(node))
    case 'most_reached':
      return button(desk.expandFurther)
    case 'outside_case':
      return button(() => desk.setWithin(null))
    case 'hidden_persons':
      return <Protected desk={desk} />
    case 'too_many_neighbours':
      return say('graph.page.bring.too_many_neighbours')
    case 'not_visible':
      return null
  }
}

interface WayBackProps {
  readonly each: LeftOut
  readonly name: string | null
}
