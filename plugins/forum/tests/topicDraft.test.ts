import { expect } from 'chai';
import { keepPoll, readPoll, takenBack } from '../client/boards/topicDraft.ts';

describe('The draft of a new topic', () => {
  const poll = { question: 'When?', options: ['Friday', 'Saturday'], isMultiple: false };

  it('keeps a poll as it was typed, and takes nothing else for one', () => {
    expect(readPoll(keepPoll(poll))).to.deep.equal(poll);
    expect(keepPoll(undefined)).to.equal('');
    for (const kept of ['', 'not a poll', '[]', '{"question":"x"}', '{"options":[1]}'])
      expect(readPoll(kept), kept).to.equal(undefined);
  });

  it('takes a refused topic back, each part into its own field', () => {
    const refused = { clientId: 'x', title: 'Excursion', text: 'Where?', fileIds: [], poll };
    expect(takenBack({ title: '', text: '' }, refused)).to.deep.equal({ title: 'Excursion', text: 'Where?', poll });
  });

  it('leaves in front what is typed there already, and loses neither title', () => {
    const typed = { title: 'Another', text: 'Words ' };
    expect(takenBack(typed, { title: 'Excursion', text: 'Where?' })).to.deep.equal({
      title: 'Another',
      text: 'Words\n\nExcursion\n\nWhere?',
      poll: undefined,
    });
  });
});
