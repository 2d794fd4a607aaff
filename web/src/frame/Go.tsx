import type { MouseEvent, ReactNode } from 'react'
import { goTo } from './address.ts'

interface GoProps {
  readonly to: string
  readonly current?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A link within the app. With a modifier or another button it stays the browser's own. */
export function Go({ to, current = false, className, children }: GoProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(to)
    scrollTo(0, 0)
  }
  return (
    <a href={to} className={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
