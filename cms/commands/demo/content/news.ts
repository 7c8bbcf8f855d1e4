import type { NewsPlan } from '../plan.ts'
import { newsOfSpring } from './news-spring.ts'
import { newsOfSummer } from './news-summer.ts'
import { unfinishedNews } from './news-unfinished.ts'

export const news: readonly NewsPlan[] = [...newsOfSpring, ...newsOfSummer, ...unfinishedNews]
