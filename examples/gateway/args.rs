//! The command line.

use lexopt::{Arg, Parser, ValueExt as _};

pub struct Args {
    pub listen: String,
    pub upstreams: Vec<String>,
    pub catalogs: Vec<String>,
    pub key: Option<String>,
    pub unguarded: bool,
    pub log: bool,
}

const HELP: &str = "\
usage: gateway [--listen ADDR:PORT] [--upstream URL]... [--catalog FILE]... [--key KEY] [--log]

  --listen ADDR:PORT  where to listen (127.0.0.1:8080; port 0 takes any free one)
  --upstream URL      a candidate, in failover order; without any, one is embedded
  --catalog FILE      a layer over the standard catalog, TOML or JSON
  --key KEY           the only key that is accepted; without it any key is
  --log               a line on stderr for each error, each candidate that failed and each
                      stream that did, and for each request that another candidate answered
  --unguarded         streams pass as they come: to measure what the guard costs";

pub fn parse() -> Result<Args, lexopt::Error> {
    let mut args = Args {
        listen: "127.0.0.1:8080".to_owned(),
        upstreams: Vec::new(),
        catalogs: Vec::new(),
        key: None,
        unguarded: false,
        log: false,
    };
    let mut parser = Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("listen") => args.listen = parser.value()?.string()?,
            Arg::Long("upstream") => args.upstreams.push(parser.value()?.string()?),
            Arg::Long("catalog") => args.catalogs.push(parser.value()?.string()?),
            Arg::Long("key") => args.key = Some(parser.value()?.string()?),
            Arg::Long("log") => args.log = true,
            Arg::Long("unguarded") => args.unguarded = true,
            Arg::Long("help") | Arg::Short('h') => {
                println!("{HELP}");
                std::process::exit(0);
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(args)
}
