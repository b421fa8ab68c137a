import { expect } from 'chai';
import { gridHoursOf, nextStart, overlapping, placesOf, startsToChoose } from '../edit/gridHours.ts';

const place = (weekday: number, hour: number, startsTime: string, minutes = 45) => ({
  weekday,
  hour,
  startsTime,
  minutes,
});

describe('The grid of hours as a form', () => {
  it('begins with five days and no hours', () => {
    expect(gridHoursOf({ items: [] })).to.deep.equal({
      weekdays: [1, 2, 3, 4, 5],
      starts: [],
      minutes: 45,
      isEven: true,
    });
  });

  it('comes back as it was stored when every day has the same hours', () => {
    const items = [1, 3].flatMap((weekday) => [place(weekday, 1, '09:00', 40), place(weekday, 2, '09:50', 40)]);
    const hours = gridHoursOf({ items });
    expect(hours).to.deep.equal({ weekdays: [1, 3], starts: ['09:00', '09:50'], minutes: 40, isEven: true });
    expect(placesOf(hours)).to.deep.equal(items);
  });

  it('says when days or lengths differ', () => {
    expect(gridHoursOf({ items: [place(1, 1, '09:00'), place(2, 1, '10:00')] }).isEven).to.equal(false);
    expect(gridHoursOf({ items: [place(1, 1, '09:00'), place(2, 1, '09:00', 30)] }).isEven).to.equal(false);
  });

  it('numbers hours by the clock, in whatever order they were added', () => {
    expect(placesOf({ weekdays: [1], starts: ['11:00', '09:00'], minutes: 45 })).to.deep.equal([
      place(1, 1, '09:00'),
      place(1, 2, '11:00'),
    ]);
  });

  it('proposes the next hour after a break, never beyond the day', () => {
    expect(nextStart({ starts: [], minutes: 45 })).to.equal('09:00');
    expect(nextStart({ starts: ['10:00', '09:00'], minutes: 45 })).to.equal('10:55');
    expect(nextStart({ starts: ['23:30'], minutes: 45 })).to.equal('23:55');
  });

  it('finds hours that begin before the one above has ended', () => {
    expect(overlapping({ starts: ['09:00', '09:40', '11:00'], minutes: 45 })).to.deep.equal(['09:40']);
    expect(overlapping({ starts: ['09:00', '09:45'], minutes: 45 })).to.deep.equal([]);
  });

  it('offers steps of five minutes and whatever is there', () => {
    expect(startsToChoose('09:00')).to.have.length(288);
    expect(startsToChoose('09:02')).to.include('09:02');
  });
});
