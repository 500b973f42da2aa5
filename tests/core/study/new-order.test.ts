import { describe, expect, test } from 'vitest'
import { placesOf } from '../../../src/core/blueprint.ts'
import { studyCardsOf } from '../../../src/core/catalog.ts'
import type { CatalogNote } from '../../../src/core/catalog.ts'
import { newOrder } from '../../../src/core/study/new-order.ts'
import { blueprint, catalogNote, scenario } from '../../support/builders.ts'

const EXAM = blueprint('AZ-104', 40, 20)

function orderOf(notes: readonly CatalogNote[], seen: readonly string[] = [], exam = EXAM) {
  const order = newOrder(studyCardsOf(notes), placesOf([exam]), new Set(seen))
  return (order.get(exam.exam) ?? []).map(({ cardId }) => cardId.replace(/#1$/, ''))
}

/** So many notes of a domain: d1-0, d1-1, … */
function notesOf(domain: 'd1' | 'd2', count: number): CatalogNote[] {
  const skills = [`az104-${domain}-a`]
  return Array.from({ length: count }, (_, index) => catalogNote(`${domain}-${index}`, { skills }))
}

describe('the order of new cards', () => {
  const notes = [...notesOf('d1', 8), ...notesOf('d2', 4)]

  test('is the author’s within a domain', () => {
    const order = orderOf(notes)
    expect(order.filter((id) => id.startsWith('d1'))).toEqual(notes.slice(0, 8).map(({ id }) => id))
    expect(order.filter((id) => id.startsWith('d2'))).toEqual(notes.slice(8).map(({ id }) => id))
  })

  test('has every stretch spread over the domains like the exam', () => {
    const order = orderOf(notes)
    for (let start = 0; start < 12; start += 3) {
      const domains = order.slice(start, start + 3).map((id) => id.slice(0, 2))
      expect(domains.toSorted()).toEqual(['d1', 'd1', 'd2'])
    }
  })

  test('has nothing once all was seen', () => {
    const seen = notes.map(({ id }) => `${id}#1`)
    expect(orderOf(notes, seen)).toEqual([])
    expect(orderOf(notes, seen.slice(1))).toEqual(['d1-0'])
  })

  test('goes on where it was, also when only a few new cards a day are wanted', () => {
    const introduced: string[] = []
    while (introduced.length < 6)
      introduced.push(
        orderOf(
          notes,
          introduced.map((id) => `${id}#1`),
        )[0] ?? '',
      )
    expect(introduced).toEqual(orderOf(notes).slice(0, 6))
    expect(introduced.filter((id) => id.startsWith('d2'))).toHaveLength(2)
  })

  test('gives what was studied less the first turns', () => {
    const seen = notes.slice(0, 4).map(({ id }) => `${id}#1`)
    expect(orderOf(notes, seen).slice(0, 2)).toEqual(['d2-0', 'd2-1'])
  })

  test('puts what a note needs before it, also from another domain and in a chain', () => {
    const a = catalogNote('a', { needs: ['b'] })
    const b = catalogNote('b', { needs: ['c'] })
    const c = catalogNote('c', { skills: ['az104-d2-a'] })
    expect(orderOf([a, b, c])).toEqual(['c', 'b', 'a'])
  })

  test('ends where notes need each other, or one that is not there', () => {
    const a = catalogNote('a', { needs: ['b'] })
    const b = catalogNote('b', { needs: ['a', 'gone', 'b'] })
    expect(orderOf([a, b])).toEqual(['b', 'a'])
  })

  test('keeps the questions of a scenario together', () => {
    const order = orderOf([scenario('s', 3), ...notesOf('d1', 2), ...notesOf('d2', 3)])
    const start = order.indexOf('s#q1')
    expect(order.slice(start, start + 3)).toEqual(['s#q1', 's#q2', 's#q3'])
  })

  test('leaves out cards of other exams, and has each card once', () => {
    const other = catalogNote('other', { skills: ['az305-d1-a'] })
    const both = catalogNote('both', { skills: ['az305-d1-a', 'az104-d1-a', 'az104-d2-a'] })
    expect(orderOf([other, both])).toEqual(['both'])
  })

  test('copes with a domain without weight', () => {
    const order = orderOf(notes, [], blueprint('AZ-104', 40, 0))
    expect(order).toHaveLength(12)
    expect(order.slice(0, 8).every((id) => id.startsWith('d1'))).toBe(true)
  })
})
