/** The exams of this build, made by the plugin in vite-plugin.ts. */
declare module 'virtual:cirrus/exams' {
  import type { ExamInfo } from '../core/catalog.ts'

  export const EXAMS: readonly ExamInfo[]
}
