import type { Inks } from '../picture/svg.ts'

const TOKENS: Readonly<Record<keyof Inks, string>> = {
  paper: '--paper',
  ink: '--ink',
  quiet: '--ink-3',
  tint: '--tint-2',
  line: '--line',
}

/** Those that the reader's system sets where it forces its own: whatever is drawn stands on its ground in its text's colour. */
const FORCED: Readonly<Record<keyof Inks, string>> = {
  paper: 'Canvas',
  ink: 'CanvasText',
  quiet: 'CanvasText',
  tint: 'Canvas',
  line: 'CanvasText',
}

const FORCES = '(forced-colors: active)'

/** The look's colours as they stand in the theme in use: a canvas knows no tokens. */
export function inksIn(place: HTMLElement): Inks {
  const probe = document.createElement('span')
  probe.hidden = true
  // Colours would else be forced on the probe itself, and all of them be one.
  probe.style.setProperty('forced-color-adjust', 'none')
  place.append(probe)
  const forced = matchMedia(FORCES).matches
  const read = (name: keyof Inks) => {
    probe.style.color = forced ? FORCED[name] : `var(${TOKENS[name]})`
    return getComputedStyle(probe).color
  }
  const names = Object.keys(TOKENS) as (keyof Inks)[]
  const inks = Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Inks
  probe.remove()
  return inks
}

/** Calls back whenever the theme changes, by choice or with the system; answers what ends that. */
export function onTheme(changed: () => void): () => void {
  const systems = [matchMedia('(prefers-color-scheme: dark)'), matchMedia(FORCES)]
  const chosen = new MutationObserver(changed)
  for (const system of systems) system.addEventListener('change', changed)
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    for (const system of systems) system.removeEventListener('change', changed)
    chosen.disconnect()
  }
}
