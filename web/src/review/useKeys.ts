import { useEffect, useRef } from 'react'
import { actOf, type KeyAct } from './keys.ts'

const TYPED_IN = 'input:not([type="checkbox"]), select, textarea, [contenteditable]'

/** Calls for each key that means something at this desk, but for those that are typed into a field. */
export function useKeys(on: boolean, onKey: (act: KeyAct) => void): void {
  const call = useRef(onKey)
  call.current = onKey
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      const { target, defaultPrevented, repeat } = event
      if (defaultPrevented || repeat || (target instanceof Element && target.closest(TYPED_IN))) return
      const act = actOf(event, document.documentElement.dir === 'rtl')
      if (!act) return
      event.preventDefault()
      call.current(act)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on])
}
