//! The marks against a model: whatever three instances in two libraries do to one file, in any
//! order, with restarts in between, it holds what plain sets and lists in memory hold.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{
    super::{Marks, Since, kinds::KINDS},
    Home, all_marked, change, id,
};
use crate::domain::{Applied, ArticleId, Mark, MarkSet};

/// The library of each instance: two share one.
const LIBRARIES: [u8; 3] = [1, 1, 2];

#[derive(Debug, Clone)]
enum Act {
    Apply { mark: Mark, value: bool, numbers: Vec<u64> },
    Undo,
    Redo,
    Restart,
}

/// The marks that a reader sets.
fn decided() -> Vec<Mark> {
    KINDS.iter().filter(|kind| kind.is_decided).map(|kind| kind.mark).collect()
}

fn act() -> impl Strategy<Value = Act> {
    let numbers = prop::collection::vec(0..8_u64, 0..6);
    let apply = (prop::sample::select(decided()), any::<bool>(), numbers)
        .prop_map(|(mark, value, numbers)| Act::Apply { mark, value, numbers });
    prop_oneof![4 => apply, 3 => Just(Act::Undo), 2 => Just(Act::Redo), 1 => Just(Act::Restart)]
}

#[derive(Debug, Clone)]
struct ModelStep {
    mark: Mark,
    value: bool,
    ids: BTreeSet<ArticleId>,
    flipped: BTreeSet<ArticleId>,
}

#[derive(Debug, Default)]
struct Model {
    carriers: BTreeMap<Mark, BTreeSet<ArticleId>>,
    done: BTreeMap<u8, Vec<ModelStep>>,
    undone: BTreeMap<u8, Vec<ModelStep>>,
    n_changes: u64,
}

impl Model {
    fn set(&mut self, mark: Mark) -> &mut BTreeSet<ArticleId> {
        self.carriers.entry(mark).or_default()
    }

    /// Gives `ids` the value; those that had another one.
    fn turn(&mut self, mark: Mark, value: bool, ids: &BTreeSet<ArticleId>) -> BTreeSet<ArticleId> {
        let set = self.set(mark);
        let differing: BTreeSet<_> =
            ids.iter().copied().filter(|id| set.contains(id) != value).collect();
        for id in &differing {
            if value {
                set.insert(*id)
            } else {
                set.remove(id)
            };
        }
        differing
    }

    /// What an instance of the library should answer: the value and the ids, if anything.
    fn run(&mut self, library: u8, act: &Act) -> Option<(bool, Vec<ArticleId>)> {
        let (value, ids) = match act {
            Act::Apply { mark, value, numbers } => {
                let ids = numbers.iter().copied().map(id).collect();
                let ids = self.turn(*mark, *value, &ids);
                if ids.is_empty() {
                    return None;
                }
                let flipped = BTreeSet::new();
                let step = ModelStep { mark: *mark, value: *value, ids: ids.clone(), flipped };
                self.done.entry(library).or_default().push(step);
                self.undone.remove(&library);
                (*value, ids)
            }
            Act::Undo => {
                let mut step = self.done.get_mut(&library)?.pop()?;
                step.flipped = self.turn(step.mark, !step.value, &step.ids);
                let answer = (!step.value, step.flipped.clone());
                self.undone.entry(library).or_default().push(step);
                answer
            }
            Act::Redo => {
                let step = self.undone.get_mut(&library)?.pop()?;
                let answer = (step.value, self.turn(step.mark, step.value, &step.flipped));
                self.done.entry(library).or_default().push(step);
                answer
            }
            Act::Restart => return None,
        };
        self.n_changes += 1;
        Some((value, ids.into_iter().collect()))
    }
}

/// A set of marks kept by following the log.
#[derive(Default)]
struct Follower {
    log: u64,
    marked: BTreeMap<ArticleId, MarkSet>,
}

impl Follower {
    fn follow(&mut self, marks: &Marks) {
        let Since::Changes { changes, .. } = marks.since(self.log).unwrap() else {
            panic!("asked to reload")
        };
        for Applied { log, mark, value, ids, .. } in changes {
            assert_eq!(log, self.log + 1);
            self.log = log;
            for id in ids {
                let marks = self.marked.entry(id).or_default();
                assert_ne!(marks.has(mark), value, "a change that changes nothing");
                marks.set(mark, value);
            }
        }
    }

    fn carriers(&self, mark: Mark) -> Vec<ArticleId> {
        self.marked.iter().filter(|(_, marks)| marks.has(mark)).map(|(id, _)| *id).collect()
    }
}

fn perform(marks: &mut Marks, act: &Act) -> Option<Applied> {
    match act {
        Act::Apply { mark, value, numbers } => {
            marks.apply(&change(*mark, *value, numbers.iter().copied()))
        }
        Act::Undo => marks.undo(),
        Act::Redo => marks.redo(),
        Act::Restart => Ok(None),
    }
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_work_of_several_instances_is_as_in_memory(
        acts in prop::collection::vec((0..LIBRARIES.len(), act()), 1..40)
    ) {
        let home = Home::new();
        let mut instances = LIBRARIES.map(|library| home.open(library));
        for marks in &instances {
            // What is tested here is not the disk.
            marks.db.pragma_update(None, "synchronous", "OFF").unwrap();
        }
        let (mut model, mut follower) = (Model::default(), Follower::default());
        for (n, act) in &acts {
            if matches!(act, Act::Restart) {
                instances[*n] = home.open(LIBRARIES[*n]);
                continue;
            }
            let expected = model.run(LIBRARIES[*n], act);
            let found = perform(&mut instances[*n], act);
            if let Some(found) = &found {
                prop_assert_eq!(found.log, model.n_changes);
            }
            prop_assert_eq!(found.map(|done| (done.value, done.ids)), expected);
            let reader = &instances[(*n + 1) % LIBRARIES.len()];
            if n % 2 == 0 {
                follower.follow(reader);
            }
            for mark in decided() {
                let expected: Vec<_> = model.set(mark).iter().copied().collect();
                prop_assert_eq!(all_marked(reader, mark), expected);
            }
        }
        follower.follow(&instances[0]);
        for mark in decided() {
            prop_assert_eq!(follower.carriers(mark), all_marked(&instances[1], mark));
        }
        for (marks, library) in instances.iter().zip(LIBRARIES) {
            let (n_done, n_undone) = [&model.done, &model.undone]
                .map(|steps| steps.get(&library).map_or(0, Vec::len))
                .into();
            let history = marks.history(usize::MAX).unwrap();
            let n_found = history.iter().filter(|step| step.is_undone).count();
            prop_assert_eq!((history.len() - n_found, n_found), (n_done, n_undone));
        }
    }
}
