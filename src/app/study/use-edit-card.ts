import { useNavigate } from 'react-router'
import { splitCardId } from '../../core/note.ts'
import type { CardId } from '../../core/note.ts'
import { editAddress } from '../notes/edit-address.ts'

/** Opens the editor of a card. After editing, the session goes on where it was. */
export function useEditCard(search: string): (cardId: CardId) => void {
  const navigate = useNavigate()
  const back = search === '' ? '/study' : `/study?${search}`
  return (cardId) => void navigate(editAddress(splitCardId(cardId).noteId, back))
}
