import { type RefObject, useEffect } from 'react'

const REACHED = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), summary, [tabindex="0"]'

/** Where an element stands: its parent and its place among the children, and so on upwards. */
type Path = readonly { readonly parent: Element; readonly place: number }[]

function pathOf(element: Element, top: Element): Path {
  const path: { parent: Element; place: number }[] = []
  for (let here = element; here !== top && here.parentElement; here = here.parentElement)
    path.push({ parent: here.parentElement, place: [...here.parentElement.children].indexOf(here) })
  return path
}

/** What stands now where something stood that is gone: the same place in what came after it, or the nearest that can be reached. */
function successor(path: Path): HTMLElement | null {
  const kept = path.findIndex(({ parent }) => parent.isConnected)
  if (kept < 0) return null
  const within: Element[] = []
  let here: Element | undefined = path[kept]!.parent
  for (let step = kept; step >= 0 && here; step--) {
    const { children }: Element = here
    here = children[Math.min(path[step]!.place, children.length - 1)]
    if (here) within.unshift(here)
  }
  const around = path.slice(kept).map(({ parent }) => parent)
  for (const each of [...within, ...around]) {
    const found = each.matches(REACHED) ? each : each.querySelector(REACHED)
    if (found instanceof HTMLElement) return found
  }
  return null
}

/**
 * A button may go with what it did: a row that was hidden, a question that was answered. The focus then goes on to what stands
 * in its place, and not to the top of the page.
 */
export function useFocusKept(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const top = place.current
    if (!top) return
    let focused: Element | null = null
    let path: Path = []
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      focused = target
      path = pathOf(target, top)
    }
    // Whoever leaves by choice is not brought back; what is taken away loses the focus without a word.
    const forget = ({ target }: FocusEvent) =>
      setTimeout(() => {
        const isLeft = focused === target && focused?.isConnected && !focused.matches(':disabled')
        if (isLeft && document.activeElement !== focused) focused = null
      })
    const goOn = () => {
      if (focused === null || document.activeElement !== document.body) return
      if (focused.isConnected) {
        // What could not be pressed while something was asked can be again.
        if (focused instanceof HTMLElement && !focused.matches(':disabled')) focused.focus()
        return
      }
      focused = null
      successor(path)?.focus()
    }
    const changes = new MutationObserver(goOn)
    changes.observe(top, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
    top.addEventListener('focusin', remember)
    top.addEventListener('focusout', forget)
    return () => {
      changes.disconnect()
      top.removeEventListener('focusin', remember)
      top.removeEventListener('focusout', forget)
    }
  }, [place])
}
