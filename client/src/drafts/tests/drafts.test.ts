import 'fake-indexeddb/auto';
import { expect } from 'chai';
import { forgetDrafts, loadDraft, saveDraft } from '../drafts.ts';

describe('Drafts on a device', () => {
  it('are shown to whoever typed them alone, and are gone after signing out', async () => {
    await saveDraft('ana', 'forum.topic 1', 'About my son');
    await saveDraft('boris', 'forum.topic 1', 'About the excursion');
    expect((await loadDraft('ana', 'forum.topic 1'))?.text).to.equal('About my son');
    expect((await loadDraft('boris', 'forum.topic 1'))?.text).to.equal('About the excursion');
    expect(await loadDraft('vera', 'forum.topic 1')).to.equal(undefined);
    await saveDraft('boris', 'forum.topic 1', '  ');
    expect(await loadDraft('boris', 'forum.topic 1'), 'an empty text is no draft').to.equal(undefined);
    await forgetDrafts();
    expect(await loadDraft('ana', 'forum.topic 1')).to.equal(undefined);
  });
});
