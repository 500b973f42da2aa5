import { Columns, Page } from '../components/page.tsx'
import { ExportPart } from '../import/export-part.tsx'
import { ImportPart } from '../import/import-part.tsx'
import type { Screen } from '../screen.ts'
import { IMPORT } from '../words/import.ts'

/** Cards from other programs, and cards for them. */
export function importRoute(): Screen {
  return { Component: ImportPage }
}

function ImportPage() {
  return (
    <Page title={IMPORT.screen} heading={IMPORT.heading} lead={IMPORT.lead}>
      <Columns side={<ExportPart />}>
        <ImportPart />
      </Columns>
    </Page>
  )
}
