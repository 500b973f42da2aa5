import { describe, expect, test } from 'vitest'
import { chunkNames } from '../../src/compile/chunks.ts'

const IMPORTS: Record<string, string[]> = {
  'main.tsx': ['shell.tsx', 'db.ts'],
  'shell.tsx': ['button.tsx'],
  'study.tsx': ['desk.ts', 'button.tsx'],
  'desk.ts': ['db.ts', 'undo.ts', 'outside'],
  'undo.ts': ['desk.ts'],
  'plan.tsx': ['undo.ts'],
}
const modules = {
  getModuleInfo: (id: string) => {
    const importedIds = IMPORTS[id]
    return importedIds ? { importedIds } : null
  },
}

describe('the files that modules go into', () => {
  const nameOf = chunkNames('main.tsx', 'study.tsx')

  test('all that the start needs is one, also where the study screen needs it too', () => {
    const ids = ['main.tsx', 'shell.tsx', 'button.tsx', 'db.ts']
    expect(ids.map((id) => nameOf(id, modules))).toEqual(ids.map(() => 'base'))
  })

  test('what the study screen needs beside it is another, circles and all', () => {
    const ids = ['study.tsx', 'desk.ts', 'undo.ts', 'outside']
    expect(ids.map((id) => nameOf(id, modules))).toEqual(ids.map(() => 'study'))
  })

  test('other screens are left to the bundler', () => {
    expect(nameOf('plan.tsx', modules)).toBeNull()
  })
})
