/** The exams of this build, made by the plugin in vite-plugin.ts. */
declare module 'virtual:cirrus/exams' {
  import type { ExamInfo } from '../core/catalog.ts'

  export const EXAMS: readonly ExamInfo[]
}

/** What readers found in samples of the cards of this build. */
declare module 'virtual:cirrus/audits' {
  import type { ExamAudit } from '../core/deck/audit.ts'

  export const AUDITS: readonly ExamAudit[]
}

/** The packages by others that ship with the app, made by licences-plugin.ts. */
declare module 'virtual:cirrus/licences' {
  import type { ShippedPackage } from './licences.ts'

  export const PACKAGES: readonly ShippedPackage[]
}
