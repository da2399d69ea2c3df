import { statusNotice } from './fixtures/console-guard.ts';
import { gatedSentence } from './fixtures/gated-sentence.ts';
import { subscribeHere } from './fixtures/subscribing.ts';
import { expect, test } from './fixtures/test.ts';
import { borderArticle } from './pages/article-page.ts';
