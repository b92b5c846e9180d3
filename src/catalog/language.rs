//! Which language a reader prefers
//! ([RFC 4647](https://www.rfc-editor.org/rfc/rfc4647), look-up).

/// How many ranges of a header are looked at.
const LONGEST: usize = 32;

/// Returns the position of the best language, if it is not the first.
pub(crate) fn negotiate(accept_language: &str, languages: &[String]) -> Option<usize> {
    let mut ranges: Vec<(u32, &str)> = accept_language
        .split(',')
        .filter(|part| !part.trim().is_empty())
        .take(LONGEST)
        .filter_map(|part| {
            let mut parts = part.split(';');
            let range = parts.next()?.trim();
            let quality = parts
                .find_map(weight)
                .map_or(Some(1.0), |q| q.trim().parse::<f32>().ok())?;
            let weight = (quality.clamp(0.0, 1.0) * 1000.0) as u32;
            (weight > 0 && !range.is_empty()).then_some((weight, range))
        })
        .collect();
    ranges.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let best = ranges
        .iter()
        .find_map(|(_, range)| lookup(range, languages))?;
    (best > 0).then_some(best)
}

/// Returns what a parameter says of the weight; its name has no case.
fn weight(parameter: &str) -> Option<&str> {
    let (name, value) = parameter.trim().split_once('=')?;
    name.eq_ignore_ascii_case("q").then_some(value)
}

/// Shortens a range until a language fits it.
fn lookup(range: &str, languages: &[String]) -> Option<usize> {
    if range == "*" {
        return (!languages.is_empty()).then_some(0);
    }
    let mut range = implied_script(range);
    loop {
        let fits = |tag: &String| tag.eq_ignore_ascii_case(range);
        if let Some(at) = languages.iter().position(fits) {
            return Some(at);
        }
        let (shorter, _) = range.rsplit_once('-')?;
        // A single letter introduces an extension and goes with it.
        range = match shorter.rsplit_once('-') {
            Some((head, tail)) if tail.len() == 1 => head,
            _ => shorter,
        };
    }
}

/// Chinese is written in two scripts; readers mostly name their region.
fn implied_script(range: &str) -> &str {
    let rows = [
        ("zh", "zh-Hans"),
        ("zh-cn", "zh-Hans"),
        ("zh-sg", "zh-Hans"),
        ("zh-my", "zh-Hans"),
    ];
    let row = rows
        .iter()
        .find(|(from, _)| range.eq_ignore_ascii_case(from));
    row.map_or(range, |(_, to)| to)
}

#[cfg(test)]
mod tests {
    use super::negotiate;

    #[test]
    fn table() {
        let languages = ["en", "de", "zh-Hans"].map(str::to_owned);
        for (header, wanted) in [
            ("de", Some(1)),
            ("de-AT", Some(1)),
            ("DE-at-x-foo", Some(1)),
            ("zh-CN,zh;q=0.9,en;q=0.8", Some(2)),
            ("zh-TW,zh-Hant", None),
            ("fr, de;q=0.5", Some(1)),
            ("fr, en;q=0.9, de;q=0.5", None),
            ("de;q=0, en", None),
            ("de;Q=0, en", None),
            ("de;Q=0.1, zh;Q=0.2", Some(2)),
            ("*", None),
            ("", None),
            (";;;,q=,,,-", None),
            // Empty members of a list count for nothing.
            (&format!("{} de", ", ,".repeat(40)), Some(1)),
            ("en;q=0.1, de;q=0.2", Some(1)),
        ] {
            assert_eq!(negotiate(header, &languages), wanted, "{header}");
        }
    }
}
