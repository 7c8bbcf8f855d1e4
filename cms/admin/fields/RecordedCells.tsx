/** What ledgers store, in lists. */
import type { DefaultServerCellComponentProps } from 'payload'
import { kindWords, momentWords, stateWords, stepWords } from './recorded-words.ts'

type Props = DefaultServerCellComponentProps

export const MomentCell = ({ cellData }: Props) => <>{momentWords(cellData)}</>
export const StatesCell = ({ cellData }: Props) => <>{stateWords(cellData)}</>
export const KindCell = ({ cellData }: Props) => <>{kindWords(cellData)}</>
export const StepCell = ({ cellData }: Props) => <>{stepWords(cellData)}</>
