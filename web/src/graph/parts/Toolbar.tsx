import type { ReactNode } from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { blocksFor } from '../picture/blocks.ts'
import { layAnew } from '../picture/lay.ts'
import { screenLie } from '../picture/screen-lie.ts'
import { type Grouping, groupBy, move } from '../state/arrangement.ts'
import { casesIn } from '../state/cases.ts'
import { shownOf } from '../state/shown.ts'
import type { Words } from '../useTexts.ts'
import { NamedPersons } from './NamedPersons.tsx'
import { Protected } from './Protected.tsx'
import styles from './Toolbar.module.css'

export const VIEWS = ['drawing', 'table', 'timeline'] as const
export type View = (typeof VIEWS)[number]

const GROUPINGS: readonly Grouping[] = ['none', 'case', 'corridor']

interface ToolbarProps {
  readonly desk: GraphDesk
  readonly words: Words
  /** The case that the page was begun with. */
  readonly begun: string | null
  readonly view: View
  readonly onView: (view: View) => void
}

/** What is put in is found below the picture, which is a long way from here. */
const goToStart = () => document.querySelector<HTMLElement>('main input[name="graph-text"]')?.focus()

/** How the graph is looked at, and what was done with it taken back or done again. */
export function Toolbar({ desk, words, begun, view, onView }: ToolbarProps) {
  const { say } = useLanguage()
  // Each group is laid on ground of its own; taking it back brings back where everything stood.
  const group = (grouping: Grouping) => {
    const grouped = groupBy(desk.arrangement, grouping)
    desk.change(grouping === 'none' ? grouped : move(grouped, blocksFor(shownOf(desk.known, grouped))))
  }
  // What is pinned stays; grouped, each group is laid on its ground.
  const layOut = () => {
    const { arrangement, shown } = desk
    if (arrangement.group !== 'none') return desk.change(move(arrangement, blocksFor(shown)))
    const pinned = shown.nodes.flatMap(({ name, spot }) => (spot.pinned ? [[name, spot] as const] : []))
    const names = shown.nodes.map(({ name }) => name)
    const ties = shown.edges.map(({ from, to }) => [from, to] as const)
    desk.change(move(arrangement, layAnew(names, ties, new Map(pinned), screenLie())))
  }
  return (
    <div className={styles.toolbar}>
      <fieldset className={styles.views}>
        <legend className="unseen">{say('graph.page.shown_as')}</legend>
        {VIEWS.map((each) => (
          <label key={each}>
            <input type="radio" name="graph-view" checked={view === each} onChange={() => onView(each)} />
            {say(`graph.page.view.${each}`)}
          </label>
        ))}
      </fieldset>
      <Button weight="word" onClick={goToStart}>
        {say('graph.page.start')}
      </Button>
      <Button weight="word" disabled={!desk.canUndo} onClick={desk.undo}>
        {say('graph.page.undo')}
      </Button>
      <Button weight="word" disabled={!desk.canRedo} onClick={desk.redo}>
        {say('graph.page.redo')}
      </Button>
      <Button weight="word" onClick={desk.readAnew}>
        {say('graph.page.read_again')}
      </Button>
      <Button weight="word" onClick={layOut}>
        {say('graph.page.lay_anew')}
      </Button>
      <label className={styles.grouping}>
        {say('graph.page.group')}
        <select name="group" value={desk.arrangement.group} onChange={(event) => group(event.target.value as Grouping)}>
          {GROUPINGS.map((each) => (
            <option key={each} value={each}>
              {say(`graph.page.grouping.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.switch}>
        <input
          type="checkbox"
          name="relevance"
          checked={desk.arrangement.filters.relevance}
          onChange={(event) => desk.setRelevance(event.target.checked)}
        />
        {say('graph.page.relevance')}
      </label>
      <label className={styles.switch}>
        <input
          type="checkbox"
          name="places"
          checked={desk.places}
          disabled={desk.doing.busy}
          onChange={(event) => desk.setPlaces(event.target.checked)}
        />
        {say('graph.page.places')}
      </label>
      <Within desk={desk} words={words} begun={begun} />
      <NamedPersons desk={desk} begun={begun} />
      <Protected desk={desk} />
    </div>
  )
}

/** Everything that may be read, or one case alone: what was given to it or said in it, and what that rests on. */
function Within({ desk, words, begun }: Pick<ToolbarProps, 'desk' | 'words' | 'begun'>): ReactNode {
  const { say } = useLanguage()
  const { within } = desk
  const cases = casesIn(desk.known, begun)
  // What is known narrows with it: the case itself stays to be chosen.
  const all = within === null || cases.includes(within) ? cases : [within, ...cases]
  if (all.length === 0) return null
  return (
    <label className={styles.grouping}>
      {say('graph.page.within')}
      <select
        name="within"
        value={within ?? ''}
        disabled={desk.doing.busy}
        onChange={(event) => desk.setWithin(event.target.value || null)}
      >
        <option value="">{say('graph.page.within_all')}</option>
        {all.map((each) => (
          <option key={each} value={each}>
            {say('graph.page.within_case', { name: words.nameOf(`case:${each}`) })}
          </option>
        ))}
      </select>
    </label>
  )
}
