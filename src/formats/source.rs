//! The outlet an article comes from.

use std::path::Path;

use url::Url;

use crate::base::Clean;

/// The registrable domain of `url`, else the nearest folder that is more than a number or a date,
/// else `library`.
pub(super) fn source(url: Option<&str>, path: &Path, library: &str) -> Clean {
    let domain = url.and_then(domain);
    match domain.as_deref().or_else(|| folder(path)) {
        Some(name) => Clean::new(name),
        None => Clean::new(library),
    }
}

/// `bbc.co.uk` for an address on `news.bbc.co.uk`. Of a page in the web archive, the archived
/// address counts. Names outside ASCII come in their encoded form, which no look-alike can fake.
fn domain(address: &str) -> Option<String> {
    let parsed = if address.contains("://") {
        Url::parse(address).ok()?
    } else {
        Url::parse(&format!("http://{address}")).ok()?
    };
    let host = parsed.host_str()?.trim_end_matches('.');
    if host == "web.archive.org"
        && let Some(wrapped) = archived(address)
    {
        return domain(wrapped);
    }
    let is_name = matches!(parsed.host(), Some(url::Host::Domain(_)));
    let registered = if is_name { psl::domain_str(host) } else { None };
    let name = registered.unwrap_or(host).to_ascii_lowercase();
    Some(name).filter(|name| !name.is_empty())
}

/// The address inside `https://web.archive.org/web/20200101000000/http://…`: always shorter.
fn archived(address: &str) -> Option<&str> {
    let (_, path) = address.split_once("/web/")?;
    let (_, wrapped) = path.split_once('/')?;
    Some(wrapped).filter(|wrapped| wrapped.contains('.'))
}

fn folder(path: &Path) -> Option<&str> {
    let folders = path.parent()?;
    let is_name = |name: &&str| name.chars().any(char::is_alphabetic);
    folders.iter().rev().filter_map(|name| name.to_str()).find(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(url: &str) -> String {
        source(Some(url), Path::new("a/b.txt"), "news").as_str().to_owned()
    }

    #[test]
    fn the_registrable_domain_names_the_outlet() {
        for (url, expected) in [
            ("https://www.mirror.co.uk/news/x", "mirror.co.uk"),
            ("http://news.bbc.co.uk:8080/a?b#c", "bbc.co.uk"),
            ("www.reuters.com/article/1", "reuters.com"),
            ("HTTPS://EXAMPLE.COM/UP", "example.com"),
            ("https://someone.github.io/post", "someone.github.io"),
            ("https://user:pass@example.com/", "example.com"),
            ("https://bank.example@evil.example/", "evil.example"),
            ("https://bücher.example/", "xn--bcher-kva.example"),
            ("ftp://ftp.example.org/x", "example.org"),
            ("http://127.0.0.1:80/", "127.0.0.1"),
            ("http://[::1]:8080/", "[::1]"),
            ("http://localhost/", "localhost"),
            ("https://web.archive.org/web/20200101000000/http://www.cnn.com/x", "cnn.com"),
            ("https://web.archive.org/web/2020id_/www.cnn.com/x", "cnn.com"),
            ("https://web.archive.org/about", "archive.org"),
        ] {
            assert_eq!(of(url), expected, "{url}");
        }
    }

    #[test]
    fn without_a_usable_address_the_folder_names_the_outlet() {
        let at = |path: &str| source(None, Path::new(path), "news").as_str().to_owned();
        assert_eq!(at("bbc/business/001.txt"), "business");
        assert_eq!(at("libya/2011-08-24/ext_10.txt"), "libya");
        assert_eq!(at("2022/02/15/a.txt"), "news");
        assert_eq!(at("a.txt"), "news");
        assert_eq!(at("evil\u{202e}\x1b[31m/a.txt"), "evil␛[31m");
        assert_eq!(of("http://"), "a");
    }
}
