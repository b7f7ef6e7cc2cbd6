//! What is restored at the next start with the same library: what was listed and in which order,
//! the cursor and its line, the selection, the search, the article that was open.

use std::sync::Arc;

use super::{
    Effect, Kept, KeptArticle, KeptList, KeptSearch, KeptSelection, LIST, Layout, List, ListName,
    READER, Session,
};
use crate::base::Bits;
use crate::domain::{ArticleId, Folds, Listing, Order, SelectionChange, View, narrowing};

/// Articles whose being selected is kept.
const MOST_SELECTED: usize = 1_000;

impl Session {
    /// What is to come back at the next start.
    pub fn kept(&self) -> Kept {
        let selection = &self.selected.selection;
        let has_selection = (1..=MOST_SELECTED).contains(&selection.n_selected);
        let query = self.search.query.as_ref().filter(|_| self.search.is_open);
        let article = self.opened.id.filter(|_| self.is_shown(READER));
        Kept {
            library: kept_list(&self.lists.library),
            search: query.map(|query| KeptSearch {
                text: query.to_string(),
                list: kept_list(&self.lists.results),
            }),
            layout: Some(Layout { side: None, ..self.display.layout })
                .filter(|layout| *layout != Layout::new(&self.config.layout)),
            article: article
                .map(|id| KeptArticle { id: id.to_string(), is_in_front: self.focus() != LIST }),
            selection: has_selection.then(|| KeptSelection {
                catalogue: selection.key,
                articles: selection.set.iter().collect(),
            }),
        }
    }

    /// Goes back to where the last session ended. An article comes back without being marked.
    pub(super) fn restore(&mut self, kept: &Kept) -> Vec<Effect> {
        let mut effects = Vec::new();
        restore_list(&mut self.lists.library, &kept.library);
        if let Some(layout) = kept.layout {
            self.display.layout = layout;
        }
        effects.push(self.lists.library.relist(false, false));
        if let Some(search) = &kept.search {
            self.open_search();
            restore_list(&mut self.lists.results, &search.list);
            // An earlier version kept the view of a search beside its query.
            let view = std::mem::take(&mut self.lists.results.listing.view);
            let text = match view {
                View::All => search.text.clone(),
                view => narrowing::viewed(&search.text, view),
            };
            // Another version may have kept what this one does not understand.
            let query = self.config.vocabulary().strict(&text).unwrap_or_default();
            self.search.text = text;
            effects.extend(self.search_by(query, true));
        }
        if let Some(selection) = &kept.selection {
            let set: Bits = selection.articles.iter().copied().collect();
            let change =
                SelectionChange::Restore { catalogue: selection.catalogue, set: Arc::new(set) };
            effects.push(self.ask_to_select(ListName::Library, change));
        }
        let article = kept.article.as_ref();
        if let Some((article, id)) = article.and_then(|it| Some((it, it.id.parse().ok()?))) {
            effects.push(self.show_again(id, article.is_in_front));
        }
        effects
    }

    fn show_again(&mut self, id: ArticleId, is_in_front: bool) -> Effect {
        self.opened.id = Some(id);
        self.opened.is_restored = true;
        self.show(READER);
        if !is_in_front {
            self.show(LIST);
        }
        self.ask_for_article(id)
    }
}

fn kept_list(list: &List) -> KeptList {
    let listing = &list.listing;
    let view = match listing.view {
        View::All => "all",
        View::Unread => "unread",
        View::Starred => "starred",
        View::Changed => "changed",
    };
    let order = match listing.order {
        Order::Date => "date",
        Order::Source => "source",
        Order::Title => "title",
        Order::Words => "words",
        Order::Hits => "hits",
        Order::Relevance => "relevance",
    };
    KeptList {
        view: view.to_owned(),
        order: order.to_owned(),
        is_reversed: listing.is_reversed,
        folded: listing.folds.to_string(),
        place: list.place(),
    }
}

fn restore_list(list: &mut List, kept: &KeptList) {
    let view = match kept.view.as_str() {
        "unread" => View::Unread,
        "starred" => View::Starred,
        "changed" => View::Changed,
        _ => View::All,
    };
    let order = match kept.order.as_str() {
        "source" => Order::Source,
        "title" => Order::Title,
        "words" => Order::Words,
        "hits" => Order::Hits,
        "relevance" => Order::Relevance,
        _ => Order::Date,
    };
    let is_reversed = kept.is_reversed;
    // What cannot be read is from another version: then no day is folded.
    let folds: Folds = kept.folded.parse().unwrap_or_default();
    list.listing = Listing { view, order, is_reversed, folds, ..list.listing.clone() };
    list.return_to(kept.place.clone());
}
