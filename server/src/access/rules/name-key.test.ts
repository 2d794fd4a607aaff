import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAlikeToOne } from './name-key.ts'

test('names that the eye cannot tell apart are one, and others are not', () => {
  for (const alike of ['ada second', 'Ada  Second ', 'Ada\u200B Second', 'Adа Seсond', 'ÁDA-SECOND'])
    assert.ok(isAlikeToOne(alike, ['Pia Police', 'Ada Second']), alike)
  for (const other of ['Ada Secord', 'Ada Second 2', 'Pia', 'سارة'])
    assert.ok(!isAlikeToOne(other, ['Pia Police', 'Ada Second', 'ساره']), other)
})
