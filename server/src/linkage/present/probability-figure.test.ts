import assert from 'node:assert/strict'
import { test } from 'node:test'
import { probabilityFigure } from './probability-figure.ts'

test('nothing is printed as certain, nor as impossible', () => {
  assert.equal(probabilityFigure(0.99999999, 3), '0.999')
  assert.equal(probabilityFigure(1, 4), '0.9999')
  assert.equal(probabilityFigure(0.00000001, 3), '0.001')
  assert.equal(probabilityFigure(0.5, 3), '0.500')
})
